import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { connect, createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** A Redis server of a test's own. */
export interface RedisServer {
  /** With its password in it. */
  readonly url: string
  readonly port: number
  readonly password: string
  stop(): Promise<void>
}

const names = ['redis-server', 'valkey-server']

/** The program that a test can start, where this machine has one: of Debian's `redis-server` or `valkey-server`. */
export function findRedis(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

/** Why tests of Redis are passed over, for their titles. */
export const withoutRedis: string = `not run where neither ${names.join(' nor ')} is installed`

/** Starts a server that keeps nothing on the disk; ready when this resolves. */
export async function startRedis(): Promise<RedisServer> {
  const program = findRedis()
  if (!program) throw new Error(`Tests of Redis are ${withoutRedis}.`)
  const port = await freePort()
  const password = 'MARKED-redis-4c1e'
  const options = { port, bind: '127.0.0.1', requirepass: password, save: '', appendonly: 'no' }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(program, args, { stdio: 'ignore' })
  await untilListening(port, child)
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    port,
    password,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Redis ended with ${child.exitCode} before it listened.`)
    const socket = connect(port, '127.0.0.1')
    const isThere = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (isThere) return
    await sleep(20)
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
