import type { CallEvent } from '@soracom-fixtures/client'
import type { ConfigurationOptions } from '../configuration/configuration.ts'
import type { Plan } from '../plan/make-plan.ts'

/** What happens while fixtures are set up and cleaned up. Text, logs and reports are listeners to these. */
export type FixtureEvent =
  | { readonly type: 'target'; readonly description: string; readonly options: ConfigurationOptions }
  | { readonly type: 'setup-started'; readonly fixtures: number; readonly calls: number; readonly plan: Plan }
  | { readonly type: 'fixture-started'; readonly name: string; readonly kind: string }
  | { readonly type: 'fixture-phase'; readonly name: string; readonly kind: string; readonly phase: string }
  | { readonly type: 'fixture-ready'; readonly name: string; readonly kind: string; readonly durationMs: number }
  | { readonly type: 'fixture-failed'; readonly name: string; readonly kind: string; readonly error: unknown }
  | { readonly type: 'setup-ended'; readonly ok: boolean; readonly durationMs: number }
  /** There is something to delete now, such as `operator OP0012345678`. */
  | { readonly type: 'made'; readonly name: string; readonly kind: string; readonly what: string }
  | { readonly type: 'removed'; readonly kind: string; readonly what: string }
  | { readonly type: 'removal-failed'; readonly what: string; readonly error: unknown }
  | { readonly type: 'teardown-ended'; readonly ok: boolean; readonly durationMs: number }
  | ({
      readonly type: 'call'
      /** Whose setup made the call; nothing where a test made it. */
      readonly fixture: string | undefined
    } & CallEvent)

/** Hears the events of one session, in order. */
export type FixtureListener = (event: FixtureEvent) => void
