import { type Configuration, describeTarget, resolveConfiguration } from './configuration/configuration.ts'
import type { FixturesConfig } from './configuration/fixtures-config.ts'
import type { FixtureSet, Handles } from './declare/fixture-set.ts'
import { FixtureSetupError } from './errors/setup-error.ts'
import { FixtureTeardownError } from './errors/teardown-error.ts'
import type { FixtureListener } from './events/fixture-event.ts'
import { createHandleBook } from './handles.ts'
import { type Plan, planFixtures } from './plan/plan-fixtures.ts'
import { openPlatform } from './platform/open-platform.ts'
import type { OpenPlatform } from './platform/platform.ts'
import { provision } from './provision/provision.ts'
import { createUndoList } from './teardown/undo-list.ts'
import { withinDeadline } from './wait/within-deadline.ts'

// How long a setup that was given up may take to end what is under way.
const graceMs = 30_000

/** How a session finds its target, and who hears of it. */
export interface SessionOptions {
  /** Stronger than every other source of configuration. */
  readonly config?: FixturesConfig
  /** Where configuration files are looked for; the current directory unless told. */
  readonly cwd?: string
  readonly listener?: FixtureListener
}

/** The life of one set of fixtures: plan → provision → handles → teardown. */
export interface Session<Set extends FixtureSet> {
  readonly plan: Plan
  readonly handles: Handles<Set>
  /**
   * Creates the set once, however often it is called.
   *
   * @throws {FixtureSetupError} after everything that was made has been deleted again.
   */
  setup(): Promise<Handles<Set>>
  /**
   * Deletes the set, gives up a setup under way first. Calling it twice is harmless.
   *
   * @throws {FixtureTeardownError} at the end, when something could not be deleted.
   */
  teardown(): Promise<void>
}

/**
 * Plans a set and gives its session. Makes no call before `setup`.
 *
 * @throws {FixturePlanError} with everything that is wrong in the set.
 */
export function createSession<Set extends FixtureSet>(set: Set, options: SessionOptions = {}): Session<Set> {
  const plan = planFixtures(set)
  const book = createHandleBook(set)
  const listener = options.listener ?? (() => {})
  const undoList = createUndoList(listener)
  const abort = new AbortController()
  let started: Promise<Handles<Set>> | undefined
  let opened: { platform: OpenPlatform; configuration: Configuration } | undefined
  let ended: Promise<void> | undefined

  async function create(): Promise<Handles<Set>> {
    const configuration = await resolveConfiguration({ cwd: options.cwd, overrides: options.config })
    const startedMs = performance.now()
    const platform = await openPlatform(configuration, (event) => listener({ ...event, type: 'call' }))
    opened = { platform, configuration }
    const { setupTimeoutMs, teardownTimeoutMs } = configuration.options
    listener({ type: 'target', description: describeTarget(configuration) })
    listener({ type: 'setup-started', fixtures: plan.steps.length, calls: plan.calls })
    const context = {
      client: platform.createClient(),
      platform,
      signal: abort.signal,
      onFailure: () => abort.abort(new Error('Another fixture of the set failed.')),
      undoList,
      listener,
      now: () => performance.now(),
    }
    const work = provision(plan, context)
    const outcome = await withinDeadline(work.done, { deadlineMs: setupTimeoutMs, graceMs }, () =>
      abort.abort(new Error(`The setup took longer than ${setupTimeoutMs} ms.`)),
    )
    const ok = outcome === 'in time' && (await work.done)
    listener({ type: 'setup-ended', ok, durationMs: performance.now() - startedMs })
    if (!ok) {
      book.close('failed')
      const cleanup = await undoList.run(teardownTimeoutMs)
      // What ends after it was given up is undone as well, as soon as it is there.
      if (outcome === 'stuck') work.done.then(() => undoList.run(teardownTimeoutMs))
      throw new FixtureSetupError(work.report(), cleanup, outcome === 'in time' ? undefined : setupTimeoutMs)
    }
    book.open(work.handles)
    return book.handles
  }

  async function end(): Promise<void> {
    if (!abort.signal.aborted) abort.abort(new Error('The fixtures are being torn down.'))
    await started?.catch(() => 'setup() has thrown this to its own caller')
    if (!opened) return
    const startedMs = performance.now()
    const cleanup = await undoList.run(opened.configuration.options.teardownTimeoutMs)
    book.close('deleted')
    await opened.platform.close()
    const ok = cleanup.failed.length === 0
    listener({ type: 'teardown-ended', ok, durationMs: performance.now() - startedMs })
    if (!ok) throw new FixtureTeardownError(cleanup)
  }

  return {
    plan,
    handles: book.handles,
    setup: () => (started ??= create()),
    teardown: () => (ended ??= end()),
  }
}
