import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulatorProcess } from '../support/start-server.mjs'

const processes = 64
const callsEach = 60
const callsPerMinute = 3_000

export const title =
  `${processes} processes of one run make ${callsEach} calls each as one operator, whose limit of ${callsPerMinute} calls ` +
  'a minute the emulator enforces. Peer: the time in which the limit allows as many calls.'

const script = join(import.meta.dirname, '../support/call-together.mjs')

export async function run() {
  const emulator = await startEmulatorProcess({ callsPerMinute })
  const cwd = await mkdtemp(join(tmpdir(), 'soracom-fixtures-load-'))
  const args = [emulator.endpoint, callsPerMinute, callsEach].map(String)
  const children = Array.from({ length: processes }, () => fork(script, args, { cwd }))
  try {
    await Promise.all(children.map(messageOf))
    const credentials = await signUp(emulator.endpoint)
    const startedAtMs = Date.now()
    const answers = children.map(messageOf)
    for (const child of children) child.send(credentials)
    const results = await Promise.all(answers)
    await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')))
    return toRows(results, Math.max(...results.map(({ endedAtMs }) => endedAtMs)) - startedAtMs)
  } finally {
    for (const child of children) child.kill()
    await emulator.stop()
    await rm(cwd, { recursive: true })
  }
}

// A child that fails says nothing, and prints why.
async function messageOf(child) {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process ended with ${code} before it was done.`)
  })
  ended.catch(() => 'it may end after its answer')
  const [message] = await Promise.race([once(child, 'message'), ended])
  return message
}

async function signUp(endpoint) {
  const body = { email: 'load@example.com', password: 'passwordA1', authKeyId: 'keyId', authKey: 'secret' }
  const response = await fetch(`${endpoint}/v1/sandbox/init`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return await response.json()
}

function toRows(results, ours) {
  const sum = (of) => results.reduce((all, result) => all + of(result), 0)
  const peer = (processes * callsEach * 60_000) / callsPerMinute
  const counts = `${sum(({ calls }) => calls)} calls, ${sum(({ refused }) => refused)} answered 429, ${sum(({ failed }) => failed)} failed`
  return [{ name: 'load-64', ours, peer, ratio: ours / peer, unit: 'ms', note: `ours / peer; aim 1.2; ${counts}` }]
}
