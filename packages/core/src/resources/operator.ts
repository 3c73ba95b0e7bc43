import type { AuthResponse, CoverageType } from '@soracom-fixtures/api'
import { SoracomApiError, type SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import { type CreateContext, defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { type Operator, toOperatorHandle } from './operator-handle.ts'

/** What an operator is declared with. */
export interface OperatorOptions {
  /** Japan, global, or both; `['jp']` unless told. */
  readonly coverageTypes?: readonly CoverageType[]
  /** Whether the sandbox's dummy card is registered, without which orders cannot be confirmed; true unless told. */
  readonly registerPaymentMethod?: boolean
  /** An e-mail address of your own; a unique one is made unless told. */
  readonly email?: string
  /** A password of your own (8 to 100 characters with a lower-case letter, an upper-case letter and a digit). */
  readonly password?: string
  /**
   * `init` makes the operator in one call. `stepwise` signs up by a signup token, as older clients do; such an operator
   * always has coverage type jp.
   */
  readonly signup?: 'init' | 'stepwise'
  /** Whether an auth key of its own is made for it, for code under test that logs in itself. */
  readonly authKey?: boolean
}

/** A declared operator. */
export type OperatorDeclaration = Declaration<Operator, OperatorOptions, never>

// The usual Visa test number, which the sandbox takes as its dummy card (tests of the Swift and Ruby clients).
const dummyCard = { cvc: '123', name: 'SORAO TAMAGAWA', number: '4242424242424242', expireMonth: 12 }

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
  calls: countCalls,
  check: checkOptions,
  claims: ({ email }: OperatorOptions) => (email ? [{ key: `email:${email}`, what: 'the e-mail address' }] : []),
  create: createOperator,
  destroy: ({ handle }) => deleteOperator(handle.client, handle.operatorId),
  label: ({ operatorId }) => `operator ${operatorId}`,
  share: {
    toData: ({ operatorId, coverageTypes, credentials }) => ({
      operatorId,
      coverageTypes,
      credentials: { ...credentials },
    }),
    fromData: (data: Parameters<typeof toOperatorHandle>[1], { client }) => toOperatorHandle(client, data),
  },
})

async function createOperator(context: CreateContext<OperatorOptions, object>): Promise<Operator> {
  const { options, platform, phase } = context
  const email = options.email ?? platform.newEmail()
  const password = options.password ?? platform.passwordFor(email)
  const signUp = options.signup === 'stepwise' ? signUpStepwise : signUpAtOnce
  const auth = await signUp(context, email, password)
  const { operatorId, apiKey, token } = auth
  const authenticated = context.client.as({ apiKey, token, operatorId, login: { email, password } })
  const takeBack = context.onTeardown(`operator ${operatorId}`, () => deleteOperator(authenticated, operatorId))
  const client = authenticated.withSignal(context.signal)
  let session = auth
  if (options.signup === 'stepwise') session = await completeSignup(context, client, auth, email, password)
  let authKey = {}
  if (options.authKey) {
    phase('making its auth key')
    authKey = await client.operators.generateAuthKey(operatorId)
  }
  takeBack()
  return toOperatorHandle(context.client, {
    operatorId,
    coverageTypes: coverageOf(options),
    credentials: { email, password, apiKey: session.apiKey, token: session.token, ...authKey },
  })
}

// One call. When its answer was lost, the operator may be there: the e-mail is ours alone, so logging in tells.
async function signUpAtOnce(
  { client, signal, platform, options, phase }: CreateContext<OperatorOptions, object>,
  email: string,
  password: string,
): Promise<AuthResponse> {
  phase('signing up')
  const bound = client.withSignal(signal)
  const { authKeyId, authKey } = platform.productionKey
  try {
    return await bound.sandbox.initializeOperator({
      email,
      password,
      authKeyId,
      authKey,
      coverageTypes: [...coverageOf(options)],
      registerPaymentMethod: options.registerPaymentMethod ?? true,
    })
  } catch (error) {
    if (!SoracomApiError.is(error) || error.sent !== 'maybe') throw error
    phase('looking whether the interrupted signup made it')
    return await adopt(client, email, password, error)
  }
}

async function adopt(
  client: SoracomClient,
  email: string,
  password: string,
  signupError: unknown,
): Promise<AuthResponse> {
  try {
    return await client.auth.authenticate({ email, password })
  } catch {
    // It cannot log in, so the signup had no effect: the signup's own error is the one to tell.
    throw signupError
  }
}

async function signUpStepwise(
  { client, signal, platform, phase }: CreateContext<OperatorOptions, object>,
  email: string,
  password: string,
): Promise<AuthResponse> {
  const bound = client.withSignal(signal)
  const { authKeyId, authKey } = platform.productionKey
  phase('signing up')
  await bound.operators.create({ email, password })
  phase('getting the signup token')
  const { token } = await bound.sandbox.getSignupToken(email, { authKeyId, authKey })
  phase('verifying the signup token')
  await bound.operators.verify({ token })
  phase('logging in')
  return await bound.auth.authenticate({ email, password })
}

// The payment status is frozen into a token, so older clients log in again after registering the card.
async function completeSignup(
  { options, phase }: CreateContext<OperatorOptions, object>,
  client: SoracomClient,
  auth: AuthResponse,
  email: string,
  password: string,
): Promise<AuthResponse> {
  const more = coverageOf(options).filter((coverageType) => coverageType !== 'jp')
  for (const coverageType of more) {
    phase(`adding coverage type ${coverageType}`)
    await client.operators.addCoverageType(auth.operatorId, coverageType)
  }
  const withCard = options.registerPaymentMethod ?? true
  if (withCard) {
    phase('registering the dummy card')
    await client.paymentMethods.registerWebPay({ ...dummyCard, expireYear: new Date().getUTCFullYear() + 5 })
  }
  if (!withCard && more.length === 0) return auth
  phase('logging in again')
  return await client.auth.authenticate({ email, password })
}

// "Operator does not exist" is what a second deletion answers (400 by the published document).
async function deleteOperator(client: SoracomClient, operatorId: string): Promise<void> {
  try {
    await client.sandbox.deleteOperator(operatorId)
  } catch (error) {
    if (!SoracomApiError.is(error) || !(await isGone(client, error))) throw error
  }
}

// A deletion whose answer was lost may be repeated; the operator is gone when its login no longer works.
async function isGone(client: SoracomClient, error: SoracomApiError): Promise<boolean> {
  const { login } = client.credentials ?? {}
  if (!login || (error.status !== 400 && error.status !== 401 && error.status !== 404)) return false
  try {
    await client.auth.authenticate(login)
    return false
  } catch (cause) {
    return SoracomApiError.is(cause) && cause.status !== undefined && cause.status < 500 && cause.status !== 429
  }
}

function coverageOf(options: OperatorOptions): readonly CoverageType[] {
  return options.coverageTypes ?? ['jp']
}

function countCalls(options: OperatorOptions): number {
  const authKey = options.authKey ? 1 : 0
  if (options.signup !== 'stepwise') return 1 + authKey
  const more = coverageOf(options).filter((coverageType) => coverageType !== 'jp').length
  const card = (options.registerPaymentMethod ?? true) ? 1 : 0
  return 4 + more + card + (more + card > 0 ? 1 : 0) + authKey
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
  if (signup === 'stepwise' && coverageTypes && !coverageTypes.includes('jp')) {
    problems.push("an operator that signs up stepwise always has coverage type jp; add it, or use signup: 'init'")
  }
  return problems
}

function isAcceptablePassword(password: string): boolean {
  return /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,100}$/s.test(password)
}
