import type { CoverageType } from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import { madeOnce } from '../kit/made-once.ts'
import { withHidden, withSecretValues } from '../kit/redacted.ts'
import { type OperatorBills, toOperatorBills } from './operator-bills.ts'

/** What an operator logs in with. All but the e-mail address can be read by name, and is neither printed nor copied. */
export interface OperatorCredentials {
  readonly email: string
  readonly password: string
  readonly apiKey: string
  readonly token: string
  /** Only with `authKey: true`. */
  readonly authKeyId?: string
  readonly authKey?: string
}

/** An operator that exists. Plain data; what is secret is readable and never printed. */
export interface Operator {
  readonly operatorId: string
  readonly email: string
  readonly coverageTypes: readonly CoverageType[]
  /** Where it exists, without `/v1`. */
  readonly endpoint: string
  readonly credentials: OperatorCredentials
  /** A client that is authenticated as this operator, and authenticates again when its token expires. */
  readonly client: SoracomClient
  /** What it is billed, as plain data that is the same each time. Not printed. */
  readonly bills: OperatorBills
  /**
   * Environment variables for a child process: SORACOM_ENDPOINT (without `/v1`, as the command-line client takes it),
   * SORACOM_OPERATOR_ID, SORACOM_EMAIL, SORACOM_PASSWORD, SORACOM_API_KEY, SORACOM_TOKEN, SORACOM_COVERAGE_TYPE; with
   * `authKey: true` also SORACOM_AUTH_KEY_ID and SORACOM_AUTH_KEY. The names are those that SDKs and tools of the
   * platform read. It prints its names alone, and its values are copied by spreading it, which a child process needs.
   *
   * @example
   * spawn('my-app', { env: { ...process.env, ...fx.shop.env } })
   */
  readonly env: Readonly<Record<string, string>>
}

/** What the handle of an operator is made of. */
export interface OperatorData {
  readonly operatorId: string
  readonly coverageTypes: readonly CoverageType[]
  readonly endpoint: string
  readonly credentials: OperatorCredentials
}

/** What another process makes the handle of. Has secrets in it, readable: it is only ever written sealed. */
export function toOperatorData({ operatorId, coverageTypes, endpoint, credentials }: Operator): OperatorData {
  // Read one by one: a spread copies no secret.
  const { email, password, apiKey, token, authKeyId, authKey } = credentials
  const ofKey = authKeyId && authKey ? { authKeyId, authKey } : {}
  return { operatorId, coverageTypes, endpoint, credentials: { email, password, apiKey, token, ...ofKey } }
}

/** Makes the handle of an operator. What is hidden in it is made when it is read first: most tests only read its id. */
export function toOperatorHandle(data: OperatorData, clientOfTarget: () => SoracomClient): Operator {
  const { operatorId, coverageTypes, endpoint, credentials } = data
  const { email, ...secrets } = credentials
  const { password, apiKey, token } = secrets
  const login = { email, password }
  const authenticated = madeOnce(() => clientOfTarget().as({ apiKey, token, operatorId, login }))
  const bills = madeOnce(() => toOperatorBills(authenticated()))
  const hiddenCredentials = madeOnce(() => Object.freeze(withHidden({ email }, secrets)))
  const env = madeOnce(() => Object.freeze(withSecretValues(toEnvironment(data))))
  return Object.freeze(
    withHidden(
      { operatorId, email, coverageTypes: Object.freeze([...coverageTypes]), endpoint },
      {
        get credentials() {
          return hiddenCredentials()
        },
        get client() {
          return authenticated()
        },
        get bills() {
          return bills()
        },
        get env() {
          return env()
        },
      },
    ),
  )
}

function toEnvironment({ operatorId, coverageTypes, endpoint, credentials }: OperatorData): Record<string, string> {
  const { email, password, apiKey, token, authKeyId, authKey } = credentials
  return {
    SORACOM_ENDPOINT: endpoint,
    SORACOM_OPERATOR_ID: operatorId,
    SORACOM_EMAIL: email,
    SORACOM_PASSWORD: password,
    SORACOM_API_KEY: apiKey,
    SORACOM_TOKEN: token,
    SORACOM_COVERAGE_TYPE: coverageTypes[0] ?? 'jp',
    ...(authKeyId && authKey ? { SORACOM_AUTH_KEY_ID: authKeyId, SORACOM_AUTH_KEY: authKey } : {}),
  }
}
