import { setTimeout as sleep } from 'node:timers/promises'
import { SoracomApiError, type SoracomClient, TransportError } from '@soracom-fixtures/client'
import { describeCause } from '../errors/describe-cause.ts'
import { closeEntry, failEntry } from '../journal/end-entry.ts'
import type { Closing } from '../journal/journal-line.ts'
import type { JournalEntry } from '../journal/read-journal.ts'
import type { StoreAddress } from '../kit/store-address.ts'
import { derivePassword } from '../platform/platform.ts'
import { deleteOperator } from '../resources/operator-account.ts'
import { sideBySide } from './side-by-side.ts'

/** What leftovers are deleted with. */
export interface DeleteLeftoversOptions {
  /** A client for an endpoint; throws where that may not be called. */
  readonly clientFor: (endpoint: string) => SoracomClient
  /** Auth keys by their IDs. */
  readonly keys: ReadonlyMap<string, string>
  /** The store of the fleet, which hears of it too. */
  readonly store?: StoreAddress | undefined
  readonly signal?: AbortSignal | undefined
}

/** What became of one. */
export type DeletedLeftover = { readonly entry: JournalEntry } & (
  | { readonly outcome: Closing }
  | {
      readonly outcome: 'failed'
      readonly reason: string
      /** Whether trying again may help. */
      readonly again: boolean
    }
)

const atOnce = 4
// A signup that was under way when its process was killed may still take effect; the API answers within seconds.
const settleMs = 5_000
const settleOfLoopbackMs = 2_000
const lookAgainMs = 250
const recentMs = 600_000

/** Deletes what a journal shows as left, and writes down what became of each. Never throws for one of them. */
export async function deleteLeftovers(
  entries: readonly JournalEntry[],
  options: DeleteLeftoversOptions,
): Promise<DeletedLeftover[]> {
  return await sideBySide(entries, atOnce, async (entry): Promise<DeletedLeftover> => {
    try {
      const outcome = await deleteLeftover(entry, options)
      await closeEntry(entry, outcome, options.store)
      return { entry, outcome }
    } catch (error) {
      const reason = describeCause(error)
      // Work that was cut short says nothing about the operator.
      if (!options.signal?.aborted && reason !== entry.failure) await failEntry(entry, reason, options.store)
      return { entry, outcome: 'failed', reason, again: SoracomApiError.is(error) }
    }
  })
}

async function deleteLeftover(entry: JournalEntry, options: DeleteLeftoversOptions): Promise<Closing> {
  const { clientFor, signal } = options
  signal?.throwIfAborted()
  const account = { email: entry.email, password: passwordOf(entry, options.keys) }
  const plain = clientFor(entry.endpoint)
  const client = signal ? plain.withSignal(signal) : plain
  try {
    const session = await findSession(client, account, entry, signal)
    if (!session) return 'not there'
    await deleteOperator(client.as({ ...session, login: account }), session, account)
    return 'deleted'
  } catch (error) {
    if (isServerGone(error, entry.endpoint)) return 'gone with its server'
    throw error
  }
}

function passwordOf({ email, password, authKeyId }: JournalEntry, keys: ReadonlyMap<string, string>): string {
  if (password === 'own') {
    throw new Error(
      `Its declaration has a password of its own, which is written nowhere. Put it into SORACOM_PASSWORD and run: soracom-fixtures sweep --adopt ${email}`,
    )
  }
  const authKey = keys.get(authKeyId)
  if (authKey === undefined) {
    throw new Error(
      `It was made with the auth key ${authKeyId}, which is not the one in force. Give that one in SORACOM_AUTH_KEY_ID and SORACOM_AUTH_KEY.`,
    )
  }
  return derivePassword(authKey, email)
}

async function findSession(
  client: SoracomClient,
  account: { readonly email: string; readonly password: string },
  entry: JournalEntry,
  signal: AbortSignal | undefined,
) {
  const startedMs = Date.now()
  const isRecent = startedMs - Date.parse(entry.intendedAt) < recentMs
  const settle = isLoopback(entry.endpoint) ? settleOfLoopbackMs : settleMs
  const untilMs = entry.operatorId === undefined && isRecent ? startedMs + settle : startedMs
  for (;;) {
    try {
      return await client.auth.authenticate({ ...account })
    } catch (error) {
      // Any other refusal may come from something between here and there, and says nothing about the operator.
      if (!SoracomApiError.is(error) || error.apiCode !== 'AUM0002') throw error
    }
    if (Date.now() >= untilMs) return undefined
    await sleep(lookAgainMs, undefined, signal ? { signal } : {})
  }
}

// An emulator has its operators in memory: where nobody listens on this machine any more, they are gone with it.
function isServerGone(error: unknown, endpoint: string): boolean {
  const { cause } = error as { readonly cause?: unknown }
  return isLoopback(endpoint) && TransportError.is(cause) && cause.code === 'ECONNREFUSED'
}

function isLoopback(endpoint: string): boolean {
  return /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:|$|\/)/.test(endpoint)
}
