import { apiOperations } from '@soracom-fixtures/api'
import { expect, test } from 'vitest'
import { createClient } from '../create-client.ts'
import type { CallEvent } from '../options.ts'
import { credentials } from '../test-support/credentials.ts'

const operations = new Map(apiOperations().map((operation) => [operation.operationId, operation]))
const groups = Object.entries(createClient({ endpoint: 'http://127.0.0.1:1' })).flatMap(([group, calls]) =>
  typeof calls === 'object' ? Object.keys(calls).map((name) => [group, name] as const) : [],
)

test.each(groups)('%s.%s is an operation of the published documents', async (group, name) => {
  const { event, request } = await callOnce(group, name)
  const operation = operations.get(event.operationId)
  const [url = ''] = request.url.split('/v1')[1]?.split('?') ?? []
  expect({ method: request.method, path: toShape(url) }).toEqual({
    method: operation?.method,
    path: toShape(operation?.path ?? 'none'),
  })
  const hasCredentials = 'x-soracom-token' in request.headers
  expect(hasCredentials).toBe(operation?.authenticated)
})

test('the eight calls of the sandbox are there', () => {
  const sandbox = groups.filter(([group]) => group === 'sandbox')
  expect(sandbox).toHaveLength([...operations.values()].filter(({ path }) => path.startsWith('/sandbox/')).length)
})

// Calls a method with a value that is known again for every part of its path.
async function callOnce(group: string, name: string) {
  const events: CallEvent[] = []
  const requests: { method: string; url: string; headers: Readonly<Record<string, string>> }[] = []
  const client = createClient({
    endpoint: 'http://127.0.0.1:1',
    onCall: (event) => events.push(event),
    transport: async (request) => {
      requests.push(request)
      return { status: 200, headers: {}, text: group === 'orders' ? '{"orderedSubscriberList":[]}' : '[]' }
    },
  }).as(credentials)
  const calls = client[group as 'sims'] as unknown as Record<string, (...values: string[]) => unknown>
  const isStats = group === 'stats'
  const result = calls[name]?.('value', (isStats ? { from: 0, to: 1, period: 'day' } : 'value') as never, 'value')
  if (isAsyncIterable(result)) for await (const _ of result);
  else await result
  const [event] = events
  const [request] = requests
  if (!event || !request) throw new Error('Nothing was sent.')
  return { event, request }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

// Names of parameters aside; fixed parts stay.
function toShape(path: string): string {
  return path.replaceAll(/\{\w+\}/g, 'value')
}
