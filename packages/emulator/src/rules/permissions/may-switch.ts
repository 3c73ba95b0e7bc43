import { type Circumstances, isInForce } from './is-in-force.ts'
import type { TrustStatement } from './parse-statements.ts'

/** Whether a trust policy lets somebody switch to the user that it is of. Principals are whole SRNs, without wildcards. */
export function maySwitch(statements: readonly TrustStatement[], srn: string, circumstances: Circumstances): boolean {
  const inForce = statements
    .filter(({ principals }) => principals.includes(srn))
    .filter((statement) => isInForce(statement, circumstances))
  return inForce.some(({ effect }) => effect === 'allow') && !inForce.some(({ effect }) => effect === 'deny')
}

/** The SRN of a root user, or of a SAM user (developers.soracom.io, SRN). */
export function toUserSrn(operatorId: string, userName: string | undefined): string {
  return userName === undefined
    ? `srn:soracom:${operatorId}::Operator:${operatorId}`
    : `srn:soracom:${operatorId}::User:${userName}`
}
