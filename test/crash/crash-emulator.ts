import { startCommandLine } from '../support/command-line.ts'

/** An emulator in a process of its own. */
export interface CrashEmulator {
  readonly endpoint: string
  counts(): Promise<CrashCounts>
  stop(): Promise<unknown>
}

/** What it counts. */
export interface CrashCounts {
  readonly operatorsMade: number
  readonly operatorsLeft: number
  readonly calls: number
}

/** Starts an emulator whose answers take a moment, so that something is under way at any time. */
export async function startCrashEmulator(): Promise<CrashEmulator> {
  const emulator = startCommandLine(['emulator', '--port', '0', '--latency-ms', '15', '--json'])
  const { endpoint } = JSON.parse(await emulator.firstLine) as { endpoint: string }
  return {
    endpoint,
    async counts() {
      return (await (await fetch(`${endpoint}/_emulator/counts`)).json()) as CrashCounts
    },
    async stop() {
      emulator.kill('SIGTERM')
      return await emulator.ended
    },
  }
}
