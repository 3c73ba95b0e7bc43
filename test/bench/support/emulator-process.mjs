// An emulator in a process of its own, so that neither side of a comparison shares its event loop.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const child = process.argv[2] === 'serve'
if (child) {
  const { startEmulator } = await import('@soracom-fixtures/emulator')
  const { endpoint } = await startEmulator({ latencyMs: Number(process.argv[3]) })
  console.log(endpoint)
}

/** Starts an emulator that answers each call after `latencyMs`. */
export async function startEmulatorProcess({ latencyMs }) {
  const server = spawn(process.execPath, [fileURLToPath(import.meta.url), 'serve', String(latencyMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [endpoint] = await once(createInterface({ input: server.stdout }), 'line')
  return {
    endpoint,
    async stop() {
      server.kill()
      await once(server, 'exit')
    },
  }
}
