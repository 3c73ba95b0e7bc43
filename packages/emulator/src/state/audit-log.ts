import { dayMs } from '../rules/calendar.ts'
import type { EmulatorSettings } from '../settings.ts'
import type { AccountState } from './account.ts'

/** A call of the API. */
export interface AuditLogState {
  readonly timeMs: number
  readonly apiKind: string
  readonly path: string
  readonly status: number
  readonly remoteAddress: string
  /** The SAM user; none for the root user. */
  readonly userName: string | undefined
  /** Whether it was a call about authentication, which is recorded without a contract. */
  readonly isAuth: boolean
}

/**
 * Records a call. Without the contract `api_audit_log` only calls of the group Auth are recorded (guide of the audit
 * log at users.soracom.io). Two calls of one millisecond are a millisecond apart, as the time is the key of a page.
 */
export function recordCall(
  { auditLog, contracts }: AccountState,
  call: AuditLogState,
  settings: EmulatorSettings,
): void {
  if (!(call.isAuth || isRecordingAll(contracts, settings))) return
  const { entries } = auditLog
  const timeMs = Math.max(call.timeMs, (entries.at(-1)?.timeMs ?? 0) + 1)
  entries.push({ ...call, timeMs })
  // Cut in blocks, since moving all for each call costs more than the call.
  if (entries.length > mostCalls * 1.1) entries.splice(0, entries.length - mostCalls)
}

/** From when on calls can be read: the last day, or the last 366 days with the contract (guide of the audit log). */
export function auditLogStartMs({ contracts }: AccountState, nowMs: number, settings: EmulatorSettings): number {
  return nowMs - (isRecordingAll(contracts, settings) ? 366 : 1) * dayMs
}

/** Drops what the log of a day has lost, as a contract begins: earlier calls do not come with it (guide of the audit log). */
export function forgetPastCalls({ auditLog: { entries } }: AccountState, nowMs: number): void {
  entries.splice(0, entries.length, ...entries.filter(({ timeMs }) => timeMs >= nowMs - dayMs))
}

/** Drops what the contract had recorded: when it ends, those calls can never be read again (guide of the audit log). */
export function forgetContractedCalls({ auditLog: { entries } }: AccountState): void {
  entries.splice(0, entries.length, ...entries.filter(({ isAuth }) => isAuth))
}

const mostCalls = 10_000

function isRecordingAll(contracts: AccountState['contracts'], { auditLogScope }: EmulatorSettings): boolean {
  return auditLogScope === 'everything' || contracts.has('api_audit_log')
}
