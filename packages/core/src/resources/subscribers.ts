import type { Declaration } from '../declare/declaration.ts'
import { toDeclaration } from '../declare/define-resource.ts'
import type { InScope } from '../declare/resource-factory.ts'
import type { FixtureScope } from '../declare/scope.ts'
import { captureLocation } from '../declare/source-location.ts'
import { type SubscriberOptions, subscriber } from './subscriber.ts'
import type { Subscriber } from './subscriber-handle.ts'

/**
 * Declares `count` SIMs at once. The result is an array of declarations: a set gives an array of handles for it, and
 * other declarations can hold one of them or all.
 *
 * @param each the options of each SIM, or a function of its index that gives them.
 * @example
 * const fleet = subscribers(20, (index) => ({ subscription: 'plan01s', status: 'active', tags: { name: `tracker-${index}` } }))
 * const usage = fleet.map((sim) => airStats({ subscriber: sim, at: '2026-11-01', traffic: { 's1.fast': { upload: mib(1) } } }))
 * const fx = useFixtures({ fleet, usage })
 */
export function subscribers<Scope extends FixtureScope = never>(
  count: number,
  each: InScope<SubscriberOptions, Scope> | ((index: number) => InScope<SubscriberOptions, Scope>) = {},
): readonly Declaration<Subscriber, SubscriberOptions, Scope>[] {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`subscribers(count, each): count must be a whole number from 0, not ${String(count)}.`)
  }
  const optionsOf = typeof each === 'function' ? each : () => each
  const locate = captureLocation(subscribers)
  const declare = (index: number): Declaration<Subscriber, SubscriberOptions, Scope> => {
    const { resource, options } = subscriber(optionsOf(index))
    return toDeclaration(resource, options, locate)
  }
  return Object.freeze(Array.from({ length: count }, (_, index) => declare(index)))
}
