import { describe, expect, test } from 'vitest'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { FixtureSet } from '../declare/fixture-set.ts'
import type { FixtureEvent } from '../events/fixture-event.ts'
import { planFixtures } from '../planning/plan-fixtures.ts'
import { createUndoList } from '../teardown/undo-list.ts'
import { provision } from './provision.ts'

interface StepOptions {
  readonly after?: readonly Declaration<string>[]
  readonly run?: (context: {
    signal: AbortSignal
    onTeardown(what: string, undo: () => Promise<void>): void
  }) => unknown
  readonly undo?: () => Promise<void>
}

// A resource that does what a test tells it.
const step = defineResource({
  kind: 'step',
  dependsOn: ({ after }: StepOptions) => ({ after }),
  async create(context) {
    await context.options.run?.(context)
    if (context.options.undo) context.onTeardown(context.name, context.options.undo)
    return context.name
  },
})

function start(set: FixtureSet, { given = new Map(), fixtureTimeoutMs = 10_000, graceMs = 10_000 } = {}) {
  const events: FixtureEvent[] = []
  const listener = (event: FixtureEvent) => events.push(event)
  const undoList = createUndoList(listener)
  const abort = new AbortController()
  const provisioning = provision(planFixtures(set), {
    client: {} as never,
    platform: {} as never,
    signal: abort.signal,
    onFailure: () => abort.abort(),
    undoList,
    listener,
    now: () => 0,
    given,
    fixtureTimeoutMs,
    graceMs,
  })
  return { ...provisioning, undoList, abort, events }
}

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('provisioning', () => {
  test('runs independent steps side by side and dependent ones after', async () => {
    const bothRun = gate()
    let running = 0
    const run = async () => {
      running += 1
      if (running === 2) bothRun.open()
      // Neither ends before both have begun: one after the other would never end.
      await bothRun.opened
    }
    const [a, b] = [step({ run }), step({ run })]
    let seen = 0
    const c = step({ after: [a, b], run: () => (seen = running) })
    const { done, handles } = start({ c, a, b })
    expect(await done).toBe(true)
    expect(seen).toBe(2)
    expect([handles.get(a), handles.get(b), handles.get(c)]).toEqual(['a', 'b', 'c'])
  })

  test('holds nobody up for a slow branch', async () => {
    const slow = gate()
    const finished = gate()
    const late = step({ run: () => slow.opened })
    const first = step()
    const second = step({ after: [first], run: () => finished.open() })
    const { done } = start({ late, first, second })
    await finished.opened
    slow.open()
    expect(await done).toBe(true)
  })

  test('starts nothing new after a failure, awaits what is under way, and tells how far each came', async () => {
    const failed = gate()
    const failing = step({
      run() {
        failed.open()
        throw new Error('no luck')
      },
    })
    const running = step({
      async run({ signal }) {
        await failed.opened
        await new Promise<void>((resolve) => {
          if (signal.aborted) resolve()
          else signal.addEventListener('abort', () => resolve())
        })
        signal.throwIfAborted()
      },
    })
    const ready = step()
    const dependent = step({ after: [failing] })
    const { done, report } = start({ failing, running, ready, dependent })
    expect(await done).toBe(false)
    expect(
      report()
        .map(({ name, state }) => `${name} ${state}`)
        .sort(),
    ).toEqual(['dependent not started', 'failing failed', 'ready ready', 'running interrupted'])
  })
})

describe('undoing', () => {
  test('goes from dependents to what they need, through steps that have nothing to undo', async () => {
    const undone: string[] = []
    const undo = (name: string) => async () => {
      await Promise.resolve()
      undone.push(name)
    }
    const base = step({ undo: undo('base') })
    const between = step({ after: [base] })
    const top = step({ after: [between], undo: undo('top') })
    const { done, undoList } = start({ base, between, top })
    await done
    expect(await undoList.run(1000)).toEqual({ removed: ['top', 'base'], failed: [] })
    expect(undone).toEqual(['top', 'base'])
  })

  test('includes what was registered before a step failed', async () => {
    const undone: string[] = []
    const half = step({
      run({ onTeardown }) {
        onTeardown('the half', async () => void undone.push('the half'))
        throw new Error('no luck')
      },
    })
    const { done, undoList } = start({ half })
    expect(await done).toBe(false)
    await undoList.run(1000)
    expect(undone).toEqual(['the half'])
  })

  test('never stops at an error and tells each', async () => {
    const undone: string[] = []
    const base = step({ undo: async () => void undone.push('base') })
    const bad = step({ after: [base], undo: () => Promise.reject(new Error('stuck')) })
    const { done, undoList } = start({ base, bad })
    await done
    const report = await undoList.run(1000)
    expect(report.removed).toEqual(['base'])
    expect(report.failed).toMatchObject([{ what: 'bad', error: { message: 'stuck' } }])
  })

  test('twice is harmless', async () => {
    let times = 0
    const once = step({
      undo: async () => {
        times += 1
      },
    })
    const { done, undoList } = start({ once })
    await done
    await undoList.run(1000)
    expect(await undoList.run(1000)).toEqual({ removed: [], failed: [] })
    expect(times).toBe(1)
  })

  test('gives up what takes longer than its time', async () => {
    const { done, undoList } = start({ stuck: step({ undo: () => new Promise(() => {}) }) })
    await done
    const { failed } = await undoList.run(5)
    expect(failed).toMatchObject([{ what: 'stuck', error: { message: expect.stringContaining('within 5 ms') } }])
  })
})

describe('a fixture that takes longer than its time', () => {
  test('is given up, told with what it did and saw, and its set with it', async () => {
    const slow = step({
      run: ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    })
    const { done, report } = start({ slow, after: step({ after: [slow] }) }, { fixtureTimeoutMs: 20 })
    expect(await done).toBe(false)
    const [first, second] = report()
    expect(first).toMatchObject({ name: 'slow', state: 'failed', error: { code: 'FIXTURE_TIMEOUT' } })
    expect(String(first?.error)).toContain('it was not ready within 20 ms (fixtureTimeoutMs)')
    expect(second).toMatchObject({ name: 'after', state: 'not started' })
  })

  test('is not waited for longer than the grace, and undone when it ends after all', async () => {
    const end = gate()
    const undone: string[] = []
    const deaf = step({ run: () => end.opened, undo: async () => void undone.push('deaf') })
    const { done, settled, undoList } = start({ deaf }, { fixtureTimeoutMs: 10, graceMs: 10 })
    expect(await done).toBe(false)
    await undoList.run(1_000)
    expect(undone).toEqual([])
    end.open()
    await settled
    await undoList.run(1_000)
    expect(undone).toEqual(['deaf'])
  })

  test('may have a time of its own', async () => {
    const patient = defineResource({
      kind: 'patient',
      timeoutMs: () => 60_000,
      create: () => new Promise((resolve) => setTimeout(resolve, 50, 'ready')),
    })()
    const { done } = start({ patient }, { fixtureTimeoutMs: 1 })
    expect(await done).toBe(true)
  })
})

describe('what is given', () => {
  test('is not created, nor what only that needs', async () => {
    const made: string[] = []
    const base = step({ run: () => made.push('base') })
    const given = step({ after: [base], run: () => made.push('given') })
    const own = step({ after: [given], run: () => made.push('own') })
    const { done, handles } = start({ own }, { given: new Map([[given, 'a handle']]) })
    expect(await done).toBe(true)
    expect(made).toEqual(['own'])
    expect(handles.get(given)).toBe('a handle')
  })
})
