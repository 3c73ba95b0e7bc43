import { toDayText } from '../calendar.ts'
import { isInRange, toIpRange } from './ip-range.ts'
import type { Condition } from './parse-condition.ts'

/** What a condition can ask about a call. */
export interface CallFacts {
  /** Values of the path's `{names}`. */
  readonly params: Readonly<Record<string, string>>
  /** `undefined` for the root user. */
  readonly samUserName: string | undefined
  /** Where the call comes from. */
  readonly ipAddress: string
  readonly nowMs: number
  /** How far the zone that dates are told in is ahead of UTC. */
  readonly zoneOffsetMinutes: number
}

/** Whether a condition holds for a call. A comparison of things of different kinds does not. */
export function isMet(condition: Condition, facts: CallFacts): boolean {
  return evaluate(condition, facts) === true
}

/** The names and calls of a condition that `isMet` cannot answer, as they are written. */
export function unknownTerms(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'value':
      return []
    case 'name':
      return names.has(condition.name) ? [] : [condition.name]
    case 'call':
      return isKnownCall(condition) ? [] : [`${condition.name}(…)`]
    case 'not':
      return unknownTerms(condition.of)
    default:
      return [...unknownTerms(condition.left), ...unknownTerms(condition.right)]
  }
}

type Value = string | number | boolean | undefined

// The words of published examples: users.soracom.io, permission syntax and default permissions; support.soracom.io,
// examples of permissions. Their full list is not at hand.
const names: ReadonlyMap<string, (facts: CallFacts) => Value> = new Map<string, (facts: CallFacts) => Value>([
  ['samUserName', ({ samUserName }) => samUserName],
  ['currentDate', ({ nowMs, zoneOffsetMinutes }) => Number(toDayText(nowMs, zoneOffsetMinutes))],
])

interface KnownFunction {
  readonly takes: readonly ('string' | 'number')[]
  readonly accepts?: (text: string) => boolean
  readonly answer: (facts: CallFacts, args: readonly (string | number)[]) => Value
}

const functions: ReadonlyMap<string, KnownFunction> = new Map<string, KnownFunction>([
  // As the number yyyyMMdd, which compares as dates do.
  [
    'date',
    {
      takes: ['number', 'number', 'number'],
      answer: (_, [year, month, day]) => Number(year) * 10_000 + Number(month) * 100 + Number(day),
    },
  ],
  ['pathVariable', { takes: ['string'], answer: ({ params }, [name]) => params[String(name)] }],
  [
    'ipAddress',
    {
      takes: ['string'],
      accepts: (range) => toIpRange(range) !== undefined,
      answer: ({ ipAddress }, [range]) => isWithin(ipAddress, String(range)),
    },
  ],
])

function isKnownCall({ name, args }: Condition & { readonly kind: 'call' }): boolean {
  const known = functions.get(name)
  if (!known || known.takes.length !== args.length) return false
  return args.every((arg, index) => {
    if (arg.kind !== 'value' || typeof arg.value !== known.takes[index]) return false
    return known.accepts?.(String(arg.value)) ?? true
  })
}

function evaluate(condition: Condition, facts: CallFacts): Value {
  switch (condition.kind) {
    case 'value':
      return condition.value
    case 'name':
      return names.get(condition.name)?.(facts)
    case 'call':
      return functions.get(condition.name)?.answer(facts, condition.args.map(constantOf))
    case 'not':
      return evaluate(condition.of, facts) === false
    case 'and':
      return evaluate(condition.left, facts) === true && evaluate(condition.right, facts) === true
    case 'or':
      return evaluate(condition.left, facts) === true || evaluate(condition.right, facts) === true
    case 'compare':
      return compare(condition.operator, evaluate(condition.left, facts), evaluate(condition.right, facts))
  }
}

function constantOf(arg: Condition): string | number {
  return arg.kind === 'value' ? arg.value : ''
}

function compare(operator: string, left: Value, right: Value): boolean {
  if (typeof left !== typeof right || left === undefined || right === undefined) return false
  if (operator === '==') return left === right
  if (operator === '!=') return left !== right
  if (operator === '>=') return left >= right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left < right
}

function isWithin(ipAddress: string, rangeText: string): boolean {
  const range = toIpRange(rangeText)
  return range !== undefined && isInRange(ipAddress, range)
}
