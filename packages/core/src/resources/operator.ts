import type { AuthResponse } from '@soracom-fixtures/api'
import { SoracomApiError } from '@soracom-fixtures/client/errors'
import type { Declaration } from '../declare/declaration.ts'
import { type CreateContext, defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { once } from './once.ts'
import {
  createOperatorTeardown,
  deleteOperator,
  isRefusal,
  type OperatorAccount,
  type OperatorTeardown,
} from './operator-account.ts'
import { type Operator, type OperatorData, toOperatorData, toOperatorHandle } from './operator-handle.ts'
import { countSignupCalls, coverageOf, type SignupOptions, signUp } from './sign-up.ts'

const mostAddresses = 50

/** What an operator is declared with. */
export interface OperatorOptions extends SignupOptions {
  /** An e-mail address of your own; a unique one is made unless told. */
  readonly email?: string
  /** A password of your own (8 to 100 characters with a lower-case letter, an upper-case letter and a digit). */
  readonly password?: string
  /** Whether an auth key of its own is made for it, for code under test that logs in itself. */
  readonly authKey?: boolean
}

/** A declared operator. */
export type OperatorDeclaration = Declaration<Operator, OperatorOptions, never>

/**
 * Declares an operator: an account of its own in the sandbox, that everything else of the set belongs to. Deleting it at
 * teardown deletes everything with it.
 *
 * @example
 * const shop = operator({ coverageTypes: ['jp', 'g'] })
 * const fx = useFixtures({ shop })
 * test('it can be read', async () => {
 *   expect(await fx.shop.client.operators.get(fx.shop.operatorId)).toMatchObject({ email: fx.shop.email })
 * })
 */
export const operator: ResourceFactory<OperatorOptions, Operator> = defineResource({
  kind: 'operator',
  calls: (options: OperatorOptions) => countSignupCalls(options) + (options.authKey ? 1 : 0),
  check: checkOptions,
  claims: ({ email }: OperatorOptions) => (email ? [{ key: `email:${email}`, what: 'the e-mail address' }] : []),
  create: createOperator,
  async destroy({ handle, platform }) {
    await deleteOperator(handle.client, handle, handle.credentials)
    await platform.deleted(handle.email)
  },
  label: ({ operatorId }) => `operator ${operatorId}`,
  share: {
    toData: toOperatorData,
    fromData: (data: OperatorData, context) => toOperatorHandle(data, () => context.client),
  },
})

async function createOperator(context: CreateContext<OperatorOptions, object>): Promise<Operator> {
  const { options, client } = context
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
  return handle(authKey)
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

function checkOptions(options: OperatorOptions): string[] {
  const problems: string[] = []
  const { coverageTypes, email, password, signup } = options
  if (coverageTypes?.length === 0) problems.push('coverageTypes is empty; give "jp", "g" or both')
  for (const coverageType of coverageTypes ?? []) {
    if (coverageType !== 'jp' && coverageType !== 'g') {
      problems.push(`coverage type ${JSON.stringify(coverageType)} is unknown; there are "jp" and "g"`)
    }
  }
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) problems.push('email is no e-mail address')
  if (password !== undefined && !isAcceptablePassword(password)) {
    problems.push('password needs 8 to 100 characters with a lower-case letter, an upper-case letter and a digit')
  }
  if (signup !== undefined && signup !== 'init' && signup !== 'stepwise') {
    problems.push(`signup must be "init" or "stepwise", not ${JSON.stringify(signup)}`)
  }
  if (signup === 'stepwise' && coverageTypes && !coverageTypes.includes('jp')) {
    problems.push("an operator that signs up stepwise always has coverage type jp; add it, or use signup: 'init'")
  }
  return problems
}

// What the published policy says; symbols are allowed.
function isAcceptablePassword(password: string): boolean {
  return /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,100}$/s.test(password)
}
