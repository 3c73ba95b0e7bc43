import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type SoracomApiError } from '@soracom-fixtures/client'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createRetryBudget } from './retry-budget.ts'

let folder: string
let nowMs = Date.now()
const now = () => nowMs

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-budget-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

function open() {
  return createRetryBudget(join(folder, 'failures'), { now })
}

function failTimes(times: number) {
  return Array.from({ length: times }, () => open().failed())
}

describe('a budget of retries', () => {
  test('gives a target up that answers nobody for some time, told to all who share it', () => {
    expect(failTimes(30).every((reason) => reason === undefined)).toBe(true)
    nowMs += 20_000
    expect(open().failed()).toBe(
      'The target is down: for 20 s it has answered none of the 31 attempts of this run, so that nothing is repeated any more.',
    )
    expect(open().failed()).toContain('The target is down')
  })

  test('begins anew with an answer to any of them', () => {
    failTimes(30)
    nowMs += 20_000
    open().answered()
    expect(failTimes(30).every((reason) => reason === undefined)).toBe(true)
  })

  test('says nothing after a few failures, or of those long ago', () => {
    failTimes(18)
    nowMs += 20_000
    expect(open().failed()).toBeUndefined()
    failTimes(30)
    nowMs += 61_000
    expect(open().failed()).toBeUndefined()
  })
})

test('side by side calls of two clients to a dead server end with one reason, and not after ten attempts each', {
  timeout: 60_000,
}, async () => {
  let attempts = 0
  const server = createServer((_, response) => {
    attempts += 1
    response.writeHead(502).end('Bad Gateway')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as { port: number }
  // As for a long time, in a short one.
  const retryBudget = () => createRetryBudget(join(folder, 'failures'), { patienceMs: 500 })
  const client = () => createClient({ endpoint: `http://127.0.0.1:${port}`, retryBudget: retryBudget() })
  const clients = [client(), client()]
  const calls = Array.from({ length: 20 }, (_, index) => clients[index % 2]?.products.list())
  const results = await Promise.allSettled(calls)
  const errors = results.map((result) => (result as PromiseRejectedResult).reason as SoracomApiError)
  expect(errors.filter(({ message }) => message.includes('The target is down: for '))).toHaveLength(20)
  expect(attempts).toBeLessThan(20 * 10)
  expect(Math.max(...errors.map((error) => error.attempts))).toBeLessThan(10)

  const again = (await client()
    .products.list()
    .catch((error: unknown) => error)) as SoracomApiError
  expect(again.attempts).toBe(1)
  expect(again.message).toMatch(/answered 502: Bad Gateway — .* The target is down/)
})
