import type { OperatorState } from '../state/operator.ts'
import type { Permission } from './permissions/parse-statements.ts'

/** A token as the service gives it: a JSON Web Token whose middle part names the operator, where clients read it. */
export function toToken(
  operator: OperatorState,
  {
    nowMs,
    expiresMs,
    id,
    permissions = rootPermissions,
  }: {
    readonly nowMs: number
    readonly expiresMs: number
    readonly id: string
    /** Those of a SAM user; the root user's unless given. */
    readonly permissions?: readonly Permission[] | undefined
  },
  signToken: (text: string) => string,
): string {
  const issuedSeconds = Math.floor(nowMs / 1000)
  const paymentMethodStatus = operator.hasPaymentMethod ? 'registered' : 'unregistered'
  const coverageTypes = [...operator.coverageTypes]
  const payload = {
    jti: id,
    aud: 'Operator',
    iss: 'soracom.io',
    sub: 'soracom',
    iat: issuedSeconds,
    nbf: issuedSeconds - 120,
    exp: Math.floor(expiresMs / 1000),
    operator: {
      operatorId: operator.operatorId,
      coverageTypes,
      permissions,
      accountType: '0',
      paymentMethodStatus,
      coverageTypeAttributes: Object.fromEntries(
        coverageTypes.map((coverageType) => [
          coverageType,
          {
            termsVersion: '1',
            paymentMethodStatus,
            contracts: [...operator.account.contracts.keys()],
            contractDetail: {},
          },
        ]),
      ),
    },
  }
  const signed = `${header}.${toPart(payload)}`
  return `${signed}.${signToken(signed)}`
}

const rootPermissions: readonly Permission[] = [{ statements: [{ effect: 'allow', api: ['*'] }] }]

function toPart(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

const header = toPart({ kid: 'soracom-fixtures-emulator', alg: 'RS256' })
