import { type Declaration, isDeclaration, type Needs } from '../declare/declaration.ts'
import type { FixtureSet, FixtureSetEntry } from '../declare/fixture-set.ts'
import { type FixtureScope, isShorter, ownerOf } from '../declare/scope.ts'
import { toShortLocation } from '../declare/source-location.ts'
import { isTheOperator } from '../declare/the-operator.ts'
import type { PlanProblem } from '../errors/plan-error.ts'
import { operator } from '../resources/operator.ts'
import { listNeeds } from './list-needs.ts'

/** What a declaration is called in its set. */
export interface Named {
  readonly name: string
  /** Whether something else needs it and the set does not name it. */
  readonly implied: boolean
  /** The scope of the longer-lived set that it is taken from. */
  readonly takenFrom: FixtureScope | undefined
}

/** Every declaration that a set needs, with its name, its needs, and what was wrong on the way. */
export interface Collected {
  readonly named: Map<Declaration, Named>
  readonly needsOf: Map<Declaration, Needs>
  readonly problems: PlanProblem[]
}

/**
 * Walks a set and what it needs, names each declaration and puts the only operator where it was left out. What is taken
 * from a longer-lived set is not walked further; what would be taken from a shorter-lived one is a problem.
 */
export function collectDeclarations(set: FixtureSet, scope: FixtureScope = 'file'): Collected {
  const collected: Collected = { named: new Map(), needsOf: new Map(), problems: [] }
  for (const [name, entry] of Object.entries(set)) nameEntry(name, entry, scope, collected)
  for (const declaration of [...collected.named.keys()]) addNeeds(declaration, scope, collected)
  replaceTheOperator(collected)
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
  const known = collected.named.get(entry)
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
  { named, problems }: Collected,
): void {
  const owner = ownerOf(declaration)
  const takenFrom = owner && isShorter(scope, owner.scope) ? owner.scope : undefined
  named.set(declaration, { name, implied, takenFrom })
  if (!owner || !isShorter(owner.scope, scope)) return
  const { kind, declaredAt } = declaration
  const message = `it stands in a set of scope ${owner.scope}, which ends before this one of scope ${scope} does; a set may only take from one that lives as long. Give that set scope ${scope} too, or declare another ${kind} here`
  problems.push({ name, kind, declaredAt, message })
}

// Adds what a declaration needs and the set does not name; iterative, since chains can be long.
function addNeeds(declaration: Declaration, scope: FixtureScope, collected: Collected): void {
  const { named, needsOf } = collected
  const open = [declaration]
  for (let next = open.pop(); next; next = open.pop()) {
    if (needsOf.has(next)) continue
    const needs = named.get(next)?.takenFrom ? {} : next.resource.dependsOn(next.options)
    needsOf.set(next, needs)
    for (const need of listNeeds(needs)) {
      if (isTheOperator(need)) continue
      if (!named.has(need)) nameDeclaration(need, toImpliedName(need), true, scope, collected)
      open.push(need)
    }
  }
}

function toImpliedName(declaration: Declaration): string {
  return `${declaration.kind}@${toShortLocation(declaration.declaredAt)}`
}

function replaceTheOperator({ named, needsOf, problems }: Collected): void {
  const askers = [...needsOf].filter(([, needs]) => listNeeds(needs).some(isTheOperator))
  if (askers.length === 0) return
  const operators = [...named.keys()].filter((declaration) => declaration.kind === 'operator')
  if (operators.length > 1) {
    const names = operators.map((declaration) => named.get(declaration)?.name).join(', ')
    for (const [declaration] of askers) {
      const { name } = named.get(declaration) ?? { name: declaration.kind }
      const message = `it does not say which operator it belongs to, and the set has ${operators.length} (${names}); give it { operator: … }`
      problems.push({ name, kind: declaration.kind, declaredAt: declaration.declaredAt, message })
    }
    return
  }
  const only = operators[0] ?? operator()
  if (!named.has(only)) {
    named.set(only, { name: 'operator', implied: true, takenFrom: undefined })
    needsOf.set(only, {})
  }
  for (const [declaration, needs] of askers) {
    const replaced = Object.entries(needs).map(([need, value]) => [need, isTheOperator(value) ? only : value])
    needsOf.set(declaration, Object.fromEntries(replaced))
  }
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'function') return 'a function (was the declaration called?)'
  return `a value of type ${typeof value}`
}
