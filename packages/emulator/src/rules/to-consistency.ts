import type { Consistency, ConsistencyRule } from './consistency.ts'

/** How soon changes are seen, as it is told to an emulator: by where they are read, or one rule for all. */
export type ConsistencyOption = ConsistencyRule | Partial<Consistency>

/** The rule of each place; throws for anything that is none. */
export function toConsistency(option: ConsistencyOption = 'immediate'): Consistency {
  if (typeof option === 'string' || 'lagMs' in option || 'polls' in option) {
    const rule = check('consistency', option as ConsistencyRule)
    return Object.freeze({ index: rule, stats: rule, orderSubscribers: rule })
  }
  for (const name of Object.keys(option)) {
    if (!places.some((place) => place === name)) {
      throw new TypeError(`The option consistency of the emulator has no "${name}". It has: ${places.join(', ')}.`)
    }
  }
  const { index = 'immediate', stats = 'immediate', orderSubscribers = 'immediate' } = option
  return Object.freeze({
    index: check('consistency.index', index),
    stats: check('consistency.stats', stats),
    orderSubscribers: check('consistency.orderSubscribers', orderSubscribers),
  })
}

const places = ['index', 'stats', 'orderSubscribers'] as const

function check(name: string, rule: ConsistencyRule): ConsistencyRule {
  if (rule === 'immediate' || rule === 'adversarial') return rule
  const [[unit, amount] = [], ...others] = Object.entries(rule)
  const isRule = (unit === 'lagMs' || unit === 'polls') && others.length === 0
  if (isRule && amount !== undefined && Number.isInteger(amount) && amount >= 0) return Object.freeze({ ...rule })
  throw new TypeError(
    `The option ${name} of the emulator must be 'immediate', 'adversarial', { lagMs } or { polls } with a whole number; it is ${JSON.stringify(rule)}.`,
  )
}
