import type { Operator } from '../resources/operator-handle.ts'
import type { Declaration } from './declaration.ts'
import { toDeclaration } from './define-resource.ts'
import { kindOfTheOperator as kind } from './is-the-operator.ts'

/**
 * Stands for the set's only operator, or for an implicit one where the set has none. Use it in `dependsOn` of your own
 * resources when the `operator` option is left out. With two or more operators in a set it is a plan error.
 *
 * @example
 * dependsOn: (options: { operator?: Declaration<Operator> }) => ({ operator: options.operator ?? theOperator })
 */
export const theOperator: Declaration<Operator> = toDeclaration<Operator, object>(
  Object.freeze({
    kind,
    dependsOn: () => ({}),
    calls: () => 0,
    timeoutMs: () => undefined,
    check: () => [],
    claims: () => [],
    create: () => Promise.reject(new Error('The stand-in for the only operator was left in a plan.')),
    destroy: undefined,
    label: () => kind,
    share: undefined,
  }),
  {},
  () => undefined,
)
