import type { CallEvent } from '@soracom-fixtures/client'

/** What happens while fixtures are set up and cleaned up. Text, logs and reports are listeners to these. */
export type FixtureEvent =
  | { readonly type: 'target'; readonly description: string }
  | { readonly type: 'setup-started'; readonly fixtures: number; readonly calls: number }
  | { readonly type: 'fixture-started'; readonly name: string; readonly kind: string }
  | { readonly type: 'fixture-phase'; readonly name: string; readonly kind: string; readonly phase: string }
  | { readonly type: 'fixture-ready'; readonly name: string; readonly kind: string; readonly durationMs: number }
  | { readonly type: 'fixture-failed'; readonly name: string; readonly kind: string; readonly error: unknown }
  | { readonly type: 'setup-ended'; readonly ok: boolean; readonly durationMs: number }
  | { readonly type: 'removed'; readonly what: string }
  | { readonly type: 'removal-failed'; readonly what: string; readonly error: unknown }
  | { readonly type: 'teardown-ended'; readonly ok: boolean; readonly durationMs: number }
  | ({ readonly type: 'call' } & CallEvent)

/** Hears the events of one session, in order. */
export type FixtureListener = (event: FixtureEvent) => void
