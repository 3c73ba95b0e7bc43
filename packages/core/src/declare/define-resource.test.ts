import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Group, group } from '../resources/group.ts'
import { operator } from '../resources/operator.ts'
import type { Operator } from '../resources/operator-handle.ts'
import { subscriber } from '../resources/subscriber.ts'
import type { Subscriber } from '../resources/subscriber-handle.ts'
import { problemsOf, setUp, setupErrorOf } from '../test-support/set-up.ts'
import type { Declaration } from './declaration.ts'
import { defineResource } from './define-resource.ts'
import { theOperator } from './the-operator.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

interface TagOptions {
  readonly operator?: Declaration<Operator>
  readonly sims: readonly Declaration<Subscriber>[]
  readonly group?: Declaration<Group>
  readonly name: string
}

// Tags SIMs, as a resource of a user's own would.
const tag = defineResource({
  kind: 'tag',
  dependsOn: ({ operator: owner, sims, group: of }: TagOptions) => ({
    operator: owner ?? theOperator,
    sims,
    group: of,
  }),
  calls: ({ sims }) => sims.length,
  check: ({ name }) => (name === '' ? ['name is empty'] : []),
  claims: ({ name }) => [{ on: theOperator, key: name, what: `the tag ${name}` }],
  async create({ name, options, needs, signal, phase }) {
    const client = needs.operator.client.withSignal(signal)
    for (const { imsi } of needs.sims) {
      phase(`tagging ${imsi}`)
      await client.subscribers.putTags(imsi, [{ tagName: options.name, tagValue: name }])
    }
    return { tagged: needs.sims.map(({ imsi }) => imsi), groupId: needs.group?.groupId }
  },
})

describe('a resource of one’s own', () => {
  test('is made after what it needs, and gives what it returns', async () => {
    const sims = [subscriber(), subscriber()]
    const fleet = group()
    const set = { mark: tag({ sims, group: fleet, name: 'place' }), sims, fleet }
    const { fx, planned, sent } = await setUp(set, emulator.endpoint)
    expect(fx.mark).toEqual({ tagged: fx.sims.map(({ imsi }) => imsi), groupId: fx.fleet.groupId })
    const { client } = fx.fleet.operator
    for (const { imsi } of fx.sims) expect((await client.subscribers.get(imsi)).tags).toEqual({ place: 'mark' })
    expect(sent).toBe(planned)
  })

  test('is undone in reverse, each part as it was made', async () => {
    const undone: string[] = []
    const part = defineResource({
      kind: 'part',
      dependsOn: (options: { on?: Declaration<string> }) => ({ on: options.on }),
      calls: () => 0,
      create({ name, onTeardown }) {
        onTeardown(`inside of ${name}`, async () => void undone.push(`inside of ${name}`))
        return name
      },
      destroy: ({ handle, needs }) => void undone.push(`${handle} on ${needs.on}`),
    })
    const below = part()
    const above = part({ on: below })
    const { fx, teardown } = await setUp({ above, below }, emulator.endpoint)
    expect(fx.above).toBe('above')
    await teardown()
    expect(undone).toEqual(['above on below', 'inside of above', 'below on undefined', 'inside of below'])
  })

  test('is undone as far as it was made when it fails', async () => {
    const undone: string[] = []
    const broken = defineResource({
      kind: 'broken',
      async create({ onTeardown, phase }) {
        onTeardown('the half', async () => void undone.push('the half'))
        phase('making the other half')
        throw new Error('out of parts')
      },
      destroy: () => void undone.push('never'),
    })
    const { message, cleanup } = await setupErrorOf({ it: broken() }, emulator.endpoint)
    expect(message).toContain('it (broken) failed while making the other half: out of parts')
    expect(cleanup.removed).toEqual(['the half'])
    expect(undone).toEqual(['the half'])
  })

  test('takes one call unless told, and needs nothing', async () => {
    const plain = defineResource({ kind: 'plain', create: ({ client }) => client.endpoint })
    const { fx, planned } = await setUp({ it: plain() }, emulator.endpoint)
    expect([fx.it, planned]).toEqual([emulator.endpoint, 1])
  })

  test('knows its platform', async () => {
    const plain = defineResource({ kind: 'plain', create: ({ platform }) => platform })
    const { fx } = await setUp({ it: plain() }, emulator.endpoint)
    expect(fx.it).toMatchObject({ kind: 'url', endpoint: emulator.endpoint })
    expect(JSON.stringify(fx.it)).not.toContain('secret-')
  })
})

describe('a problem of the plan', () => {
  test('is what its check finds', () => {
    expect(problemsOf({ mark: tag({ sims: [], name: '' }) })).toEqual(['mark: name is empty'])
  })

  test('is what another declaration claims', () => {
    expect(problemsOf({ a: tag({ sims: [], name: 'x' }), b: tag({ sims: [], name: 'x' }) })).toEqual([
      'b: the tag x of the operator is taken by a; only one can have it',
    ])
  })

  test('is anything that is no declaration where one is needed', () => {
    const sims = [subscriber(), { imsi: '001010' }, subscriber, 7] as never
    expect(problemsOf({ mark: tag({ operator: null as never, sims, name: 'x' }), shop: operator() })).toEqual([
      'mark: sims must be a declaration, not an object (a handle? refer to its declaration)',
      'mark: sims must be a declaration, not a function (was the declaration called?)',
      'mark: sims must be a declaration, not a number',
    ])
  })
})

describe('a declaration', () => {
  const options = { sims: [], name: 'x' }
  const one = tag(options)

  test('is frozen, and holds a copy of its options', () => {
    expect(Object.isFrozen(one)).toBe(true)
    expect(Object.isFrozen(one.options)).toBe(true)
    expect(one.options).toEqual(options)
    expect(one.options).not.toBe(options)
  })

  test('knows where it stands', () => {
    expect(one.declaredAt?.file).toMatch(/define-resource\.test\.ts$/)
  })

  test('gives a changed copy, and stays as it is', () => {
    const other = one.with({ name: 'y' })
    expect([one.options.name, other.options.name]).toEqual(['x', 'y'])
    expect(other.declaredAt?.line).not.toBe(one.declaredAt?.line)
  })
})
