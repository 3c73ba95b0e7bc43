import { SoracomApiError, type SoracomClient } from '@soracom-fixtures/client'
import { closeEntry } from '../journal/end-entry.ts'
import type { JournalEntry } from '../journal/read-journal.ts'
import type { StoreAddress } from '../kit/store-address.ts'
import { derivePassword } from '../platform/platform.ts'
import { deleteOperator } from '../resources/operator-account.ts'

/** An operator that the user names, since no journal knows it or its password does not follow from its address. */
export interface Adoption {
  /** Its e-mail address or its ID. */
  readonly name: string
  /** Its address, where `name` is an ID that no journal knows. */
  readonly email?: string | undefined
  /** Its password, where that does not follow from the auth key. */
  readonly password?: string | undefined
}

/** What became of it. */
export interface AdoptedOperator {
  readonly outcome: 'deleted' | 'not there'
  readonly operatorId: string | undefined
}

/**
 * Deletes an operator that the user names.
 *
 * @throws an error that says what is missing, or that the address belongs to another operator than the ID.
 */
export async function adoptOperator(
  { name, email: givenEmail, password: givenPassword }: Adoption,
  {
    client,
    authKey,
    entries,
    store,
  }: {
    readonly client: SoracomClient
    readonly authKey: string
    readonly entries: readonly JournalEntry[]
    readonly store?: StoreAddress | undefined
  },
): Promise<AdoptedOperator> {
  const isId = /^OP\d+$/.test(name)
  const known = entries.filter(
    (entry) => entry.closed === undefined && (entry.operatorId === name || entry.email === name),
  )
  const email = isId ? (known[0]?.email ?? givenEmail) : name
  if (!email) {
    throw new Error(
      `No journal knows ${name}, and an operator is logged in to by its e-mail address. Give that in SORACOM_EMAIL (and its password in SORACOM_PASSWORD).`,
    )
  }
  const account = { email, password: givenPassword ?? derivePassword(authKey, email) }
  const session = await client.auth.authenticate({ ...account }).catch((error: unknown) => {
    if (SoracomApiError.is(error) && error.apiCode === 'AUM0002') return undefined
    throw error
  })
  // A password that is wrong looks the same as an operator that is gone, so that nothing is closed in the journal here.
  if (!session) return { outcome: 'not there', operatorId: undefined }
  if (isId && session.operatorId !== name) {
    throw new Error(`The address belongs to the operator ${session.operatorId}, not to ${name}; nothing was deleted.`)
  }
  await deleteOperator(client.as({ ...session, login: account }), session, account)
  for (const entry of known) await closeEntry(entry, 'deleted', store)
  return { outcome: 'deleted', operatorId: session.operatorId }
}
