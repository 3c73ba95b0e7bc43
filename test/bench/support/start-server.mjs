// Servers in processes of their own, so that neither side of a comparison shares its event loop.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'

/** Starts an emulator that answers each call after `latencyMs`, and no more of an operator than `callsPerMinute`. */
export function startEmulatorProcess({ latencyMs = 0, callsPerMinute = 0 } = {}) {
  return startServer([join(import.meta.dirname, 'serve-emulator.mjs'), String(latencyMs), String(callsPerMinute)])
}

/** Starts a server of nothing but `node:http`, which parses JSON and answers JSON. */
export function startBareProcess() {
  return startServer([join(import.meta.dirname, 'serve-bare.mjs')])
}

/** Starts Node with a script that prints a URL once it listens, and gives that. */
export async function startServer(args) {
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(server, 'exit')
  const lines = createInterface({ input: server.stdout })
  const endpoint = await Promise.race([firstUrl(lines), exited.then(() => undefined)])
  if (endpoint === undefined) throw new Error(`${args.join(' ')} ended before it listened.`)
  return {
    endpoint,
    async stop() {
      server.kill()
      await exited
    },
  }
}

async function firstUrl(lines) {
  for await (const line of lines) {
    const [url] = /http:\/\/[\w.]+:\d+/.exec(line) ?? []
    if (url) return url
  }
  return undefined
}
