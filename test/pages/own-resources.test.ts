import { type Declaration, defineResource, type Operator, theOperator, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'

// #region the-operator
interface HandlerOptions {
  readonly operator?: Declaration<Operator>
  readonly name: string
}

const eventHandlers = defineResource({
  kind: 'event handlers',
  dependsOn: (options: HandlerOptions) => ({ operator: options.operator ?? theOperator }),
  check: ({ name }) => (name === '' ? ['name is empty'] : []),
  create: async ({ needs, signal }) => await needs.operator.client.withSignal(signal).request('GET', '/event_handlers'),
})

const fx = useFixtures({ handlers: eventHandlers({ name: 'alarm' }) })
// #endregion

test('an operator is made for the resource that names none', () => {
  expect(fx.handlers).toEqual([])
})

test('what the resource refuses is told before anything is made', () => {
  expect(() => useFixtures({ handlers: eventHandlers({ name: '' }) })).toThrow('name is empty')
})
