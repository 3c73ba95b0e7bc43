import type { Claim, Declaration } from '../declare/declaration.ts'
import { isTheOperator } from '../declare/is-the-operator.ts'
import type { PlanProblem } from '../errors/plan-error.ts'
import type { Member } from './collect-declarations.ts'

/** Finds what two declarations of a set both want and only one can have. */
export function checkClaims(members: ReadonlyMap<Declaration, Member>): PlanProblem[] {
  const problems: PlanProblem[] = []
  const owners = new Map<Declaration | undefined, Map<string, Declaration>>()
  for (const { declaration, name, needs } of members.values()) {
    let clashes = 0
    let first: { claim: Claim; owner: Declaration } | undefined
    for (const claim of declaration.resource.claims(declaration.options)) {
      const on = isTheOperator(claim.on) ? (needs?.operator as Declaration | undefined) : claim.on
      const taken = owners.get(on) ?? new Map<string, Declaration>()
      owners.set(on, taken)
      const owner = taken.get(claim.key)
      if (owner) {
        clashes += 1
        first ??= { claim, owner }
      } else taken.set(claim.key, declaration)
    }
    if (first) {
      const message = toMessage(first.claim, declaration, first.owner, members, clashes)
      problems.push({ name, kind: declaration.kind, declaredAt: declaration.declaredAt, message })
    }
  }
  return problems
}

function toMessage(
  claim: Claim,
  declaration: Declaration,
  owner: Declaration,
  members: ReadonlyMap<Declaration, Member>,
  clashes: number,
): string {
  const on = claim.on ? ` of ${members.get(claim.on)?.name ?? claim.on.kind}` : ''
  const more = clashes > 1 ? ` and ${clashes - 1} more like it` : ''
  const who = owner === declaration ? 'is wanted twice here' : `is taken by ${members.get(owner)?.name ?? owner.kind}`
  const advice = claim.advice && owner !== declaration ? `. ${claim.advice}` : ''
  return `${claim.what}${on} ${who}${more}; only one can have it${advice}`
}
