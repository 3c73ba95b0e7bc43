import type { AuthResponse } from '@soracom-fixtures/api'
import type { CreateContext } from '../declare/define-resource.ts'
import { once } from './once.ts'
import { logIn, type OperatorAccount, type OperatorTeardown } from './operator-account.ts'
import { coverageOf, type SignupOptions } from './signup-options.ts'

type Context = CreateContext<SignupOptions, object>

// The usual Visa test number, which the sandbox takes as its dummy card (tests of the Swift and Ruby clients).
const dummyCard = { cvc: '123', name: 'SORAO TAMAGAWA', number: '4242424242424242', expireMonth: 12 }

/** Signs an operator up and logs in as it; registers its deletion as soon as it may be there. */
export async function signUp(
  context: Context,
  account: OperatorAccount,
  teardown: OperatorTeardown,
): Promise<AuthResponse> {
  return context.options.signup === 'stepwise'
    ? await signUpStepwise(context, account, teardown)
    : await signUpAtOnce(context, account, teardown)
}

// In one call. The e-mail address is nobody else's, so logging in tells whether the operator is there.
async function signUpAtOnce(
  context: Context,
  account: OperatorAccount,
  teardown: OperatorTeardown,
): Promise<AuthResponse> {
  const { client, signal, platform, options } = context
  const { authKeyId, authKey } = platform.productionKey
  const session = await once(context, 'signing up', {
    act: () =>
      client.withSignal(signal).sandbox.initializeOperator({
        email: account.email,
        password: account.password,
        authKeyId,
        authKey,
        coverageTypes: [...coverageOf(options)],
        registerPaymentMethod: options.registerPaymentMethod ?? true,
      }),
    // Not given up with the setup: what was made has to be known.
    look() {
      teardown.perhaps()
      return logIn(client, account)
    },
  })
  teardown.surely(session)
  return session
}

// By a signup token, as older clients do, with what is done along with the other way.
async function signUpStepwise(
  context: Context,
  account: OperatorAccount,
  teardown: OperatorTeardown,
): Promise<AuthResponse> {
  const { client, signal, platform, phase } = context
  const bound = client.withSignal(signal)
  const { authKeyId, authKey } = platform.productionKey
  // It may be repeated until the address is verified (notes of the Swift client).
  await once(context, 'signing up', { act: () => bound.operators.create({ ...account }) })
  phase('getting the signup token')
  const { token } = await bound.sandbox.getSignupToken(account.email, { authKeyId, authKey })
  await once(context, 'verifying the signup token', {
    act: () => bound.operators.verify({ token }).then(() => true),
    async look() {
      teardown.perhaps()
      return (await logIn(client, account)) && true
    },
  })
  phase('logging in')
  let session: AuthResponse
  try {
    session = await client.auth.authenticate({ ...account })
  } catch (error) {
    teardown.perhaps()
    throw error
  }
  teardown.surely(session)
  return (await complete(context, session, account)) ? await bound.auth.authenticate({ ...account }) : session
}

// Adds what a new operator has not; whether that was anything. Coverage and payment status are frozen into a token, so
// older clients log in again afterwards.
async function complete(context: Context, session: AuthResponse, account: OperatorAccount): Promise<boolean> {
  const { client, signal, options, phase } = context
  const { operatorId, apiKey, token } = session
  const bound = client.as({ operatorId, apiKey, token, login: { ...account } }).withSignal(signal)
  const more = coverageOf(options).filter((coverageType) => coverageType !== 'jp')
  for (const coverageType of more) {
    await once(context, `adding coverage type ${coverageType}`, {
      act: () => bound.operators.addCoverageType(operatorId, coverageType).then(() => true),
      look: async () => coverageIn(await bound.auth.authenticate({ ...account })).includes(coverageType) || undefined,
    })
  }
  const withCard = options.registerPaymentMethod ?? true
  if (withCard) {
    phase('registering the dummy card')
    await bound.paymentMethods.registerWebPay({ ...dummyCard, expireYear: new Date().getUTCFullYear() + 5 })
  }
  if (!withCard && more.length === 0) return false
  phase('logging in again')
  return true
}

// What a token says of its operator; the command-line client reads the operator's ID out of it in the same way.
function coverageIn({ token }: AuthResponse): readonly string[] {
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  return (payload as { operator?: { coverageTypes?: string[] } }).operator?.coverageTypes ?? []
}
