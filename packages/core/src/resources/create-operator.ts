import type { AuthResponse } from '@soracom-fixtures/api'
import { SoracomApiError } from '@soracom-fixtures/client/errors'
import type { CreateContext } from '../declare/define-resource.ts'
import { noteMaker } from './groups-of-set.ts'
import { once } from './once.ts'
import type { OperatorOptions } from './operator.ts'
import { createOperatorTeardown, isRefusal, type OperatorAccount, type OperatorTeardown } from './operator-account.ts'
import { type Operator, toOperatorHandle } from './operator-handle.ts'
import { signUp } from './sign-up.ts'
import { coverageOf } from './signup-options.ts'

const mostAddresses = 50

/** Signs an operator up, with an auth key of its own where that is wished. */
export async function createOperator(context: CreateContext<OperatorOptions, object>): Promise<Operator> {
  const { options, client, platform } = context
  const { account, teardown, session } = await signUpAnew(context)
  const { operatorId, apiKey, token } = session
  const handle = (authKey: { authKeyId?: string; authKey?: string } = {}): Operator =>
    toOperatorHandle(
      {
        operatorId,
        coverageTypes: coverageOf(options),
        endpoint: client.endpoint,
        credentials: { ...account, apiKey, token, ...authKey },
      },
      () => client,
    )
  const authKey = options.authKey ? await makeAuthKey(context, handle()) : undefined
  // From here on `destroy` deletes it.
  teardown.takeBack()
  const made = handle(authKey)
  noteMaker(made, platform)
  return made
}

interface SignedUp {
  readonly account: OperatorAccount
  readonly teardown: OperatorTeardown
  readonly session: AuthResponse
}

// An address that was made may be taken after all, by a lost run of the same name; then others are tried.
async function signUpAnew(context: CreateContext<OperatorOptions, object>): Promise<SignedUp> {
  const { options, platform } = context
  for (let tries = 1; ; tries += 1) {
    const email = options.email ?? platform.newEmail()
    const account = { email, password: options.password ?? platform.passwordFor(email) }
    const teardown = createOperatorTeardown(context, account)
    await platform.intend(email, options.password === undefined ? 'derived' : 'own')
    try {
      const session = await signUp(context, account, teardown)
      await platform.made(email, session.operatorId)
      return { account, teardown, session }
    } catch (error) {
      const isTaken = SoracomApiError.is(error) && error.apiCode === 'AUM0003'
      if (isTaken && options.email === undefined && tries < mostAddresses) {
        await platform.taken(email)
        continue
      }
      // Nothing was made, and nothing is there to be undone.
      if (isRefusal(error) && !teardown.isThere()) await platform.deleted(email)
      throw error
    }
  }
}

async function makeAuthKey(
  context: CreateContext<OperatorOptions, object>,
  { operatorId, client }: Operator,
): Promise<{ authKeyId: string; authKey: string }> {
  const { operators } = client.withSignal(context.signal)
  let lost = false
  const authKey = await once(context, 'making its auth key', {
    act: () => operators.generateAuthKey(operatorId),
    // The answer alone holds a key: one whose answer was lost serves nobody, and another is made.
    async look() {
      lost = true
      return undefined
    },
  })
  // A new operator has no other key than this one and those that were lost.
  const others = lost ? await operators.listAuthKeys(operatorId) : []
  for (const { authKeyId } of others) {
    if (authKeyId === authKey.authKeyId) continue
    await once(context, 'deleting an auth key whose answer was lost', {
      act: () => operators.deleteAuthKey(operatorId, authKeyId).then(() => true),
      async look() {
        const left = await operators.listAuthKeys(operatorId)
        return left.every((one) => one.authKeyId !== authKeyId) || undefined
      },
    })
  }
  return authKey
}
