import { type Consistency, shuffle } from '../rules/consistency.ts'
import type { World } from '../state/world.ts'
import { type Answer, ok } from './answer.ts'

/**
 * Answers rows whose order no source promises. They stay in order, unless reading them is `adversarial`: then in an order
 * that is drawn, with the seed in a header so that a failure can be repeated.
 */
export function arrange<Row>(
  { consistency, draws, seed }: World,
  place: keyof Consistency,
  rows: readonly Row[],
  headers: Readonly<Record<string, string>> | undefined,
  toBody: (rows: readonly Row[]) => unknown = (all) => all,
): Answer {
  if (consistency[place] !== 'adversarial') return ok(toBody(rows), headers)
  return ok(toBody(shuffle(rows, draws.number)), { ...headers, 'x-soracom-emulator-seed': encodeURIComponent(seed) })
}
