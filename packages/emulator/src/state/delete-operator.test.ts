import { expect, test } from 'vitest'
import { toSettings } from '../options.ts'
import { publishedRateCard } from '../rules/billing/published-rate-card.ts'
import { addAuthKey } from './add-auth-key.ts'
import { addOperator } from './add-operator.ts'
import { createClock } from './clock.ts'
import { deleteOperator } from './delete-operator.ts'
import { createIdSource } from './id-source.ts'
import { openSession } from './sessions.ts'
import { createUser } from './user.ts'
import { createWorld } from './world.ts'

test('a deleted operator leaves no key and no token of its users in the world', () => {
  const world = createWorld({
    clock: createClock(0),
    ids: createIdSource('seed'),
    settings: toSettings(),
    productionKeys: undefined,
    rateCard: publishedRateCard,
    signToken: () => 'signature',
  })
  const [one, other] = ['one@example.com', 'other@example.com'].map((email) => {
    const operator = addOperator(world, { email, password: '', coverageTypes: ['jp'], hasPaymentMethod: false })
    const user = createUser('user', null, 0)
    operator.users.set(user.userName, user)
    addAuthKey(world, operator)
    const key = addAuthKey(world, operator, user)
    return { operator, key, session: openSession(world, operator, { user }) }
  })
  if (!one || !other) throw new Error('Two operators are made.')
  deleteOperator(world, one.operator)
  expect(world.authKeys.has(one.key.authKeyId)).toBe(false)
  expect(world.authKeys.has(other.key.authKeyId)).toBe(true)
  expect(world.authKeys.size).toBe(2)
  expect([...world.sessions.keys()]).toEqual([other.session.token])
})
