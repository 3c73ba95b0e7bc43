import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** Starts a tool that takes its port as an argument, and waits until it answers. */
export async function startTool(toArgs) {
  const port = await freePort()
  const server = spawn(process.execPath, toArgs(port), { stdio: 'ignore' })
  const exited = once(server, 'exit')
  const endpoint = `http://127.0.0.1:${port}`
  while (!(await answers(endpoint))) {
    if (server.exitCode !== null) throw new Error(`${toArgs(port).join(' ')} ended before it answered.`)
    await sleep(100)
  }
  return {
    endpoint,
    async stop() {
      server.kill()
      await exited
    },
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

async function answers(url) {
  try {
    await (await fetch(url)).arrayBuffer()
    return true
  } catch {
    return false
  }
}
