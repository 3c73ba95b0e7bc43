import { SoracomApiError } from '@soracom-fixtures/client'
import { describe, expect, test } from 'vitest'
import { type OnceCall, once } from './once.ts'

type Outcome = 'done' | { readonly sent: 'no' | 'maybe' | 'yes'; readonly status?: number; readonly attempts?: number }

const lost: Outcome = { sent: 'maybe' }
const refused: Outcome = { sent: 'yes', status: 400 }

// A call that has these outcomes, one after the other, and a look that finds what it is told.
function script(outcomes: readonly Outcome[], found: readonly boolean[] = []) {
  const log: string[] = []
  const phases: string[] = []
  const left = [...outcomes]
  const toFind = [...found]
  const call: OnceCall<string> = {
    async act() {
      log.push('act')
      const outcome = left.shift() ?? 'done'
      if (outcome === 'done') return 'answered'
      throw toError(outcome)
    },
    async look() {
      log.push('look')
      return toFind.shift() ? 'found' : undefined
    },
  }
  const context = { signal: new AbortController().signal, phase: (doing: string) => void phases.push(doing) }
  const run = (more: Partial<OnceCall<string>> = {}) => once(context, 'doing it', { ...call, ...more })
  return { run, log, phases, context, call }
}

function toError({ sent, status, attempts = 1 }: Exclude<Outcome, 'done'>): SoracomApiError {
  const details = { operationId: 'x', method: 'POST', path: '/x', apiCode: undefined, apiMessage: undefined }
  return new SoracomApiError('It went wrong.', { ...details, sent, status, attempts, retryAfterMs: undefined })
}

test('a call that is answered is made once, and not looked up', async () => {
  const { run, log, phases } = script(['done'])
  expect(await run()).toBe('answered')
  expect([log, phases]).toEqual([['act'], ['doing it']])
})

test('a lost call that took effect is not made again', async () => {
  const { run, log, phases } = script([lost], [true])
  expect(await run()).toBe('found')
  expect(log).toEqual(['act', 'look'])
  expect(phases).toEqual(['doing it', 'looking whether doing it took effect'])
})

test('a lost call that did nothing is made again', async () => {
  const { run, log } = script([lost, 'done'])
  expect(await run()).toBe('answered')
  expect(log).toEqual(['act', 'look', 'act'])
})

test('a refusal after a loss is looked up, since it may mean "already"', async () => {
  const { run, log } = script([lost, refused], [false, true])
  expect(await run()).toBe('found')
  expect(log).toEqual(['act', 'look', 'act', 'look'])
})

test('a refusal after a loss is told where the call took no effect', async () => {
  await expect(script([lost, refused]).run()).rejects.toMatchObject({ status: 400 })
})

test('a refusal of what the client itself sent twice is looked up', async () => {
  const { run, log } = script([{ sent: 'yes', status: 400, attempts: 2 }], [true])
  expect(await run()).toBe('found')
  expect(log).toEqual(['act', 'look'])
})

test('what the API refuses a second time is sent again without a look', async () => {
  const { run, log } = script([lost, refused], [true])
  expect(await run({ refusedTwice: true })).toBe('found')
  expect(log).toEqual(['act', 'act', 'look'])
})

test('what leaves nothing behind is made again without a look', async () => {
  const { context, call, log } = script([lost, 'done'])
  expect(await once(context, 'doing it', { act: call.act })).toBe('answered')
  expect(log).toEqual(['act', 'act'])
})

test('a call that is lost three times is given up', async () => {
  const { run, log } = script([lost, lost, lost])
  await expect(run()).rejects.toMatchObject({ sent: 'maybe' })
  expect(log).toEqual(['act', 'look', 'act', 'look', 'act', 'look'])
})

describe.each([
  ['a refusal', { sent: 'yes', status: 400 }],
  ['what did not leave', { sent: 'no' }],
  ['what the server does not do', { sent: 'yes', status: 501 }],
  ['the rate limit', { sent: 'yes', status: 429 }],
] as const)('%s', (_, outcome) => {
  test('is told at once', async () => {
    const { run, log } = script([outcome])
    await expect(run()).rejects.toMatchObject({ sent: outcome.sent })
    expect(log).toEqual(['act'])
  })
})

test.each([
  ['of a server that failed', 500],
  ['of a gateway that waited too long', 504],
  ['that cannot be read', 200],
])('an answer %s counts as lost', async (_, status) => {
  const { run, log } = script([{ sent: 'yes', status }], [true])
  expect(await run()).toBe('found')
  expect(log).toEqual(['act', 'look'])
})

test('where looking fails too, both are told', async () => {
  const { run } = script([lost])
  const failing = { look: () => Promise.reject(new Error('No luck.')) }
  await expect(run(failing)).rejects.toMatchObject({
    message: 'It went wrong. Looking whether it took effect failed too: No luck.',
    cause: { sent: 'maybe' },
  })
})

test('an error that is not of the API is not touched', async () => {
  const { context } = script([])
  await expect(once(context, 'doing it', { act: () => Promise.reject(new Error('a bug')) })).rejects.toThrow('a bug')
})

test('nothing is sent again once the setup is given up', async () => {
  const { call, log } = script([lost, 'done'])
  const context = { signal: AbortSignal.abort(new Error('given up')), phase: () => {} }
  await expect(once(context, 'doing it', call)).rejects.toThrow()
  expect(log).toEqual(['act', 'look'])
})
