import { expect, test } from 'vitest'
import type { CallContext, CallRequest, Reply } from '../wire/request.ts'
import { limit } from './limit.ts'

const context = toContext()

test('no more are in flight than allowed, and who comes first goes first', async () => {
  const { send, begun, finish } = startLayer(2)
  const calls = ['a', 'b', 'c', 'd'].map((path) => send(toRequest(path), context))
  await settle()
  expect(begun).toEqual(['a', 'b'])
  finish('b')
  await settle()
  expect(begun).toEqual(['a', 'b', 'c'])
  for (const path of ['a', 'c']) finish(path)
  await settle()
  finish('d')
  await Promise.all(calls)
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
})

test('a place is free again after a failure', async () => {
  const layer = limit(1)(async () => {
    throw new Error('failed')
  })
  for (let call = 0; call < 3; call += 1) await expect(layer(toRequest('a'), context)).rejects.toThrow('failed')
})

test('who gives up leaves the queue', async () => {
  const { send, begun, finish } = startLayer(1)
  const controller = new AbortController()
  const first = send(toRequest('a'), context)
  const second = send(toRequest('b'), toContext(controller.signal))
  const third = send(toRequest('c'), context)
  controller.abort(new Error('given up'))
  await expect(second).rejects.toThrow('given up')
  finish('a')
  await first
  await settle()
  finish('c')
  await third
  expect(begun).toEqual(['a', 'c'])
})

test('the time of a call begins with its place, not in the queue', async () => {
  const { send, finish } = startLayer(1)
  const starts: string[] = []
  const noting = (path: string): CallContext => ({
    ...context,
    deadline: { begin: () => starts.push(path), remainingMs: () => 1000 },
  })
  const calls = ['a', 'b'].map((path) => send(toRequest(path), noting(path)))
  await settle()
  expect(starts).toEqual(['a'])
  finish('a')
  await settle()
  finish('b')
  await Promise.all(calls)
  expect(starts).toEqual(['a', 'b'])
})

function startLayer(maxInFlight: number) {
  const begun: string[] = []
  const finishers = new Map<string, () => void>()
  const send = limit(maxInFlight)(async ({ path }) => {
    begun.push(path)
    await new Promise<void>((resolve) => finishers.set(path, resolve))
    return reply
  })
  return { send, begun, finish: (path: string) => finishers.get(path)?.() }
}

const reply: Reply = { status: 200, headers: {}, text: '' }

function toRequest(path: string): CallRequest {
  return {
    operationId: 'get',
    method: 'GET',
    path,
    shownPath: path,
    query: '',
    body: undefined,
    headers: {},
    repeat: 'safe',
    authenticated: true,
  }
}

function toContext(signal?: AbortSignal): CallContext {
  return {
    signal,
    deadline: { begin() {}, remainingMs: () => 1000 },
    progress: { attempts: 1, maybeSent: false },
  }
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}
