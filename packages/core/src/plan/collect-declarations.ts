import { type Declaration, isDeclaration, type Needs } from '../declare/declaration.ts'
import type { FixtureSet, FixtureSetEntry } from '../declare/fixture-set.ts'
import { isTheOperator } from '../declare/is-the-operator.ts'
import { type FixtureScope, isShorter, ownerOf } from '../declare/scope.ts'
import { toShortLocation } from '../declare/source-location.ts'
import type { PlanProblem } from '../errors/plan-error.ts'
import { listNeeds } from './list-needs.ts'

/** What is known of a declaration of a set: one record each, since sets can be large. */
export interface Member {
  readonly declaration: Declaration
  readonly name: string
  /** Whether something else needs it and the set does not name it. */
  readonly implied: boolean
  /** The scope of the longer-lived set that it is taken from. */
  readonly takenFrom: FixtureScope | undefined
  /** Nothing before its needs have been added. */
  needs: Needs | undefined
  /** Every declaration that its needs hold. */
  waitsFor: readonly Declaration[]
}

/** Every declaration that a set needs, and what was wrong on the way. */
export interface Collected {
  readonly members: Map<Declaration, Member>
  readonly problems: PlanProblem[]
}

/**
 * Walks a set and what it needs, names each declaration and puts the only operator where it was left out. What is taken
 * from a longer-lived set is not walked further; what would be taken from a shorter-lived one is a problem.
 */
export function collectDeclarations(
  set: FixtureSet,
  scope: FixtureScope,
  declareOperator: () => Declaration,
): Collected {
  const collected: Collected = { members: new Map(), problems: [] }
  for (const [name, entry] of Object.entries(set)) nameEntry(name, entry, scope, collected)
  for (const member of [...collected.members.values()]) addNeeds(member, scope, collected)
  replaceTheOperator(collected, declareOperator)
  return collected
}

function nameEntry(name: string, entry: FixtureSetEntry, scope: FixtureScope, collected: Collected): void {
  if (Array.isArray(entry)) {
    for (const [index, one] of entry.entries()) nameEntry(`${name}[${index}]`, one, scope, collected)
    return
  }
  if (!isDeclaration(entry)) {
    const message = `the set holds ${describe(entry)}; it takes declarations, such as operator(), or arrays of them`
    collected.problems.push({ name, kind: typeof entry, declaredAt: undefined, message })
    return
  }
  const known = collected.members.get(entry)
  if (known) {
    const message = `it stands in the set twice, as ${known.name} and as ${name}; declare two, or name one`
    collected.problems.push({ name, kind: entry.kind, declaredAt: entry.declaredAt, message })
  } else nameDeclaration(entry, name, false, scope, collected)
}

function nameDeclaration(
  declaration: Declaration,
  name: string,
  implied: boolean,
  scope: FixtureScope,
  { members, problems }: Collected,
): Member {
  const owner = ownerOf(declaration)
  const takenFrom = owner && isShorter(scope, owner.scope) ? owner.scope : undefined
  const member: Member = { declaration, name, implied, takenFrom, needs: undefined, waitsFor: [] }
  members.set(declaration, member)
  if (!owner || !isShorter(owner.scope, scope)) return member
  const { kind, declaredAt } = declaration
  const message = `it stands in a set of scope ${owner.scope}, which ends before this one of scope ${scope} does; a set may only take from one that lives as long. Give that set scope ${scope} too, or declare another ${kind} here`
  problems.push({ name, kind, declaredAt, message })
  return member
}

// Adds what a declaration needs and the set does not name; iterative, since chains can be long.
function addNeeds(member: Member, scope: FixtureScope, collected: Collected): void {
  const open = [member]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.needs) continue
    const { resource, options } = next.declaration
    next.needs = next.takenFrom ? {} : resource.dependsOn(options)
    next.waitsFor = listNeeds(next.needs)
    for (const need of next.waitsFor) {
      if (isTheOperator(need)) continue
      const known = collected.members.get(need)
      if (!known?.needs) open.push(known ?? nameDeclaration(need, toImpliedName(need), true, scope, collected))
    }
  }
}

function toImpliedName(declaration: Declaration): string {
  return `${declaration.kind}@${toShortLocation(declaration.declaredAt)}`
}

function replaceTheOperator({ members, problems }: Collected, declareOperator: () => Declaration): void {
  const askers = [...members.values()].filter(({ waitsFor }) => waitsFor.some(isTheOperator))
  if (askers.length === 0) return
  const operators = [...members.values()].filter(({ declaration }) => declaration.kind === 'operator')
  if (operators.length > 1) {
    const names = operators.map(({ name }) => name).join(', ')
    for (const { declaration, name } of askers) {
      const message = `it does not say which operator it belongs to, and the set has ${operators.length} (${names}); give it { operator: … }`
      problems.push({ name, kind: declaration.kind, declaredAt: declaration.declaredAt, message })
    }
    return
  }
  const only = operators[0]?.declaration ?? addOperator(members, declareOperator())
  for (const asker of askers) {
    const replaced = Object.entries(asker.needs ?? {}).map(([need, value]) => [
      need,
      isTheOperator(value) ? only : value,
    ])
    asker.needs = Object.fromEntries(replaced)
    asker.waitsFor = asker.waitsFor.map((need) => (isTheOperator(need) ? only : need))
  }
}

function addOperator(members: Collected['members'], declaration: Declaration): Declaration {
  members.set(declaration, {
    declaration,
    name: 'operator',
    implied: true,
    takenFrom: undefined,
    needs: {},
    waitsFor: [],
  })
  return declaration
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'function') return 'a function (was the declaration called?)'
  return `a value of type ${typeof value}`
}
