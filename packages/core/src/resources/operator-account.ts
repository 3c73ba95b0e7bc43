import type { AuthResponse } from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import { SoracomApiError } from '@soracom-fixtures/client/errors'
import type { Platform } from '../platform/platform.ts'

/** What an operator logs in with. */
export interface OperatorAccount {
  readonly email: string
  readonly password: string
}

/** Logs in, or gives nothing where there is no such operator: AUM0002, seen with 401, 403 and 400. */
export async function logIn(
  client: SoracomClient,
  { email, password }: OperatorAccount,
): Promise<AuthResponse | undefined> {
  try {
    return await client.auth.authenticate({ email, password })
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/** Registers, once, that an operator is deleted at teardown. */
export interface OperatorTeardown {
  /** Of an operator that is there. */
  surely(session: AuthResponse): void
  /** Of one that may be there, since nobody knows what became of its signup; logging in will tell. */
  perhaps(): void
  /** Whether it is registered. */
  isThere(): boolean
  /** Not any more: somebody else deletes it. */
  takeBack(): void
}

/** Makes the registration of an account's deletion. */
export function createOperatorTeardown(
  context: {
    readonly client: SoracomClient
    readonly platform: Pick<Platform, 'deleted'>
    onTeardown(what: string, undo: () => Promise<void>): () => void
  },
  account: OperatorAccount,
): OperatorTeardown {
  const { client, platform, onTeardown } = context
  let takeBack: (() => void) | undefined
  const register = (what: string, undo: () => Promise<void>): void => {
    takeBack ??= onTeardown(what, undo)
  }
  const remove = async ({ operatorId, apiKey, token }: AuthResponse): Promise<void> => {
    const authenticated = client.as({ operatorId, apiKey, token, login: { ...account } })
    await deleteOperator(authenticated, { operatorId }, account)
    platform.deleted(account.email)
  }
  return {
    surely: (session) => register(`operator ${session.operatorId}`, () => remove(session)),
    perhaps: () =>
      register(`operator ${account.email}`, async () => {
        const session = await logIn(client, account)
        if (session) await remove(session)
        else platform.deleted(account.email)
      }),
    isThere: () => takeBack !== undefined,
    takeBack: () => takeBack?.(),
  }
}

/**
 * Deletes an operator; one that is gone is done. A second deletion is refused with 400 (published document), and one
 * whose answer was lost may be sent twice: so the operator is gone when its login no longer works.
 */
export async function deleteOperator(
  client: SoracomClient,
  { operatorId }: { readonly operatorId: string },
  account: OperatorAccount,
): Promise<void> {
  try {
    await client.sandbox.deleteOperator(operatorId)
  } catch (error) {
    if (!isRefusal(error) || (await logIn(client, account))) throw error
  }
}

/** Whether an error is the API's answer that it does not do that. */
export function isRefusal(error: unknown): boolean {
  return (
    SoracomApiError.is(error) &&
    (error.status === 400 || error.status === 401 || error.status === 403 || error.status === 404)
  )
}
