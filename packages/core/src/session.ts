import process from 'node:process'
import { type Configuration, describeTarget, resolveConfiguration } from './configuration/configuration.ts'
import type { FixturesConfig } from './configuration/fixtures-config.ts'
import type { Declaration } from './declare/declaration.ts'
import type { FixtureSet, Handles } from './declare/fixture-set.ts'
import type { FixtureScope } from './declare/scope.ts'
import { FixtureSetupError, joinReports } from './errors/setup-error.ts'
import { FixtureTeardownError } from './errors/teardown-error.ts'
import type { FixtureListener } from './events/fixture-event.ts'
import { toCallListener } from './events/to-call-listener.ts'
import { createHandleBook, type HandleBook } from './handles.ts'
import type { Plan } from './plan/make-plan.ts'
import { planFixtures } from './planning/plan-fixtures.ts'
import { openPlatform } from './platform/open-platform.ts'
import type { OpenPlatform } from './platform/platform.ts'
import { type PlainClientOptions, toClientOptions } from './platform/platform-client.ts'
import { type Provisioning, provision } from './provision/provision.ts'
import type { RunLease } from './run/run-lease.ts'
import { takeFromRun } from './run/take-from-run.ts'
import { addLiveSet, takeFromLiveSets, type UsePlace } from './scope/live-sets.ts'
import { createUndoList } from './teardown/undo-list.ts'
import { withinDeadline } from './wait/within-deadline.ts'

// How long a setup that was given up may take to end what is under way.
const graceMs = 30_000

/** How a session finds its target, and who hears of it. */
export interface SessionOptions {
  /** Stronger than every other source of configuration. */
  readonly config?: FixturesConfig | undefined
  /** Where configuration files are looked for; the current directory unless told. */
  readonly cwd?: string | undefined
  /** Gives the configuration, where it has been found already. */
  readonly configuration?: (() => Promise<Configuration>) | undefined
  readonly listener?: FixtureListener | undefined
  /** What uses the set, such as the test file; the journal of operators says it. */
  readonly user?: string | undefined
  /** How long the set lives; `file` unless told. */
  readonly scope?: FixtureScope | undefined
  /** Whether the set may survive from one run of a watch to the next. */
  readonly keep?: boolean | undefined
}

/** The life of one set of fixtures: plan → provision → handles → teardown. */
export interface Session<Set extends FixtureSet> extends SessionLife, AsyncDisposable {
  readonly handles: Handles<Set>
  setup(where?: UsePlace): Promise<Handles<Set>>
}

/** The life of a set, whatever is in it. */
export interface SessionLife {
  readonly plan: Plan
  /** What clients of its platform are made with; once the setup has begun. */
  clientOptions(): PlainClientOptions
  /** By declaration, what was added to the set among them; empty before the setup has ended. */
  readonly byDeclaration: ReadonlyMap<Declaration, unknown>
  /**
   * Creates the set once, however often it is called. What sets around `where` hold already is taken from them.
   *
   * @throws {FixtureSetupError} after everything that was made has been deleted again; the same one each time.
   */
  setup(where?: UsePlace): Promise<unknown>
  /**
   * Deletes the set, gives up a setup under way first. Calling it twice is harmless.
   *
   * @throws {FixtureTeardownError} at the end, when something could not be deleted.
   */
  teardown(): Promise<void>
}

/** A set whose plan and handles are there already. */
export interface MadeSet<Set extends FixtureSet> {
  readonly set: Set
  readonly plan: Plan
  readonly book: HandleBook<Set>
}

/**
 * Plans a set and gives its session. Makes no call before `setup`. `await using` tears it down at the end of its block.
 *
 * @throws {FixturePlanError} with everything that is wrong in the set.
 * @example
 * await using session = createSession({ shop: operator() })
 * const { shop } = await session.setup()
 */
export function createSession<Set extends FixtureSet>(
  set: Set,
  options: SessionOptions = {},
  made?: MadeSet<Set>,
): Session<Set> {
  const { listener = () => {}, scope = 'file' } = options
  const { plan, book } = made ?? { plan: planFixtures(set, { scope }), book: createHandleBook(set) }
  const undoList = createUndoList(listener)
  const abort = new AbortController()
  const byDeclaration = new Map<Declaration, unknown>()
  let started: Promise<Handles<Set>> | undefined
  let opened: { readonly platform: OpenPlatform; readonly configuration: Configuration } | undefined
  let lease: RunLease | undefined
  let work: Provisioning | undefined
  let leave = () => {}
  let ended: Promise<void> | undefined

  // Finds the target, and takes what stands in run-wide sets.
  async function open(): Promise<NonNullable<typeof opened>> {
    const { config, cwd = process.cwd(), user = 'code' } = options
    const configuration = await (options.configuration?.() ?? resolveConfiguration({ cwd, overrides: config }))
    opened = { platform: await openPlatform(configuration, toCallListener(listener), { cwd, user }), configuration }
    const taken = plan.steps.filter(({ takenFrom }) => takenFrom === 'run').map(({ declaration }) => declaration)
    if (taken.length > 0) {
      lease = await takeFromRun(taken, { configuration: async () => configuration, cwd, listener, createSession })
    }
    return opened
  }

  async function create(where: UsePlace | undefined): Promise<Handles<Set>> {
    const startedMs = performance.now()
    const { platform, configuration } = await open()
    const { setupTimeoutMs, fixtureTimeoutMs, teardownTimeoutMs } = configuration.options
    listener({ type: 'target', description: describeTarget(configuration), options: configuration.options })
    listener({ type: 'setup-started', fixtures: plan.steps.length, calls: plan.calls, plan })
    const declarations = plan.steps.map(({ declaration }) => declaration)
    const around = where ? takeFromLiveSets(declarations, where) : new Map()
    const provisioning = provision(plan, {
      given: new Map([...(lease?.handles ?? []), ...around]),
      client: platform.createClient(),
      platform,
      signal: abort.signal,
      onFailure: () => abort.abort(new Error('Another fixture of the set failed.')),
      undoList,
      listener,
      now: () => performance.now(),
      fixtureTimeoutMs,
      graceMs,
    })
    work = provisioning
    const outcome = await withinDeadline(provisioning.done, { deadlineMs: setupTimeoutMs, graceMs }, () =>
      abort.abort(new Error(`The setup took longer than ${setupTimeoutMs} ms.`)),
    )
    const ok = outcome === 'in time' && (await provisioning.done)
    listener({ type: 'setup-ended', ok, durationMs: performance.now() - startedMs })
    if (!ok) {
      book.close('failed')
      const report = provisioning.report()
      const cleanup = await undoList.run(teardownTimeoutMs)
      // What ends after it was given up is undone as well, as soon as it is there.
      provisioning.settled.then(() => undoList.run(teardownTimeoutMs))
      throw new FixtureSetupError(report, cleanup, outcome === 'in time' ? undefined : setupTimeoutMs)
    }
    for (const [declaration, handle] of provisioning.handles) byDeclaration.set(declaration, handle)
    book.open(provisioning.handles)
    if (where) leave = addLiveSet({ place: where.place, handles: provisioning.handles })
    return book.handles
  }

  async function end(): Promise<void> {
    if (!abort.signal.aborted) abort.abort(new Error('The fixtures are being torn down.'))
    await started?.catch(() => 'setup() has thrown this to its own caller')
    leave()
    if (!opened) return
    const startedMs = performance.now()
    const { platform, configuration } = opened
    if (work) await withinDeadline(work.settled, { deadlineMs: graceMs, graceMs: 0 }, () => {})
    const own = await undoList.run(configuration.options.teardownTimeoutMs)
    book.close('deleted')
    const cleanup = lease ? joinReports(own, await lease.release()) : own
    await platform.close()
    const ok = cleanup.failed.length === 0
    listener({ type: 'teardown-ended', ok, durationMs: performance.now() - startedMs })
    if (!ok) throw new FixtureTeardownError(cleanup)
  }

  const teardown = () => (ended ??= end())
  return {
    plan,
    handles: book.handles,
    byDeclaration,
    clientOptions() {
      if (!opened) throw new Error('The session has no platform before its setup.')
      return toClientOptions(opened.configuration, opened.platform.endpoint)
    },
    setup: (where) => (started ??= create(where)),
    teardown,
    [Symbol.asyncDispose]: teardown,
  }
}
