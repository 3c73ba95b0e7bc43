import { expect, test } from 'vitest'
import { password } from '../testing/open-sandbox.ts'
import { openWorld } from '../testing/open-world.ts'
import { addAuthKey } from './add-auth-key.ts'
import { addOperator } from './add-operator.ts'
import { deleteOperator } from './delete-operator.ts'
import { openSession } from './sessions.ts'
import { createUser } from './user.ts'

test('a deleted operator leaves no key and no token of its users in the world', () => {
  const { world, operator } = openWorld()
  const other = addOperator(world, {
    email: 'other@example.com',
    password: '',
    coverageTypes: ['jp'],
    hasPaymentMethod: false,
  })
  for (const one of [operator, other]) {
    const user = createUser('user', null, 0)
    one.users.set(user.userName, user)
    addAuthKey(world, one)
    addAuthKey(world, one, user)
    openSession(world, one, { user })
  }
  deleteOperator(world, operator)
  expect([...world.authKeys.values()].map(({ operatorId }) => operatorId)).toEqual([other.operatorId, other.operatorId])
  expect([...world.sessions.values()].map(({ operatorId }) => operatorId)).toEqual([other.operatorId])
})

test('a deleted operator leaves no tokens and no mails', () => {
  const { world, operator, call } = openWorld()
  call('POST', '/auth/password_reset_token/issue', { email: operator.email })
  call('POST', '/operators/add_email_token/issue', { email: 'second@example.com', password })
  const [token = ''] = [...operator.account.mailTokens].slice(-1)
  call('POST', '/operators/add_email_token/verify', { token })
  expect([world.mailTokens.size, world.mailboxes.size, world.sessions.size]).toEqual([1, 2, 1])
  call('DELETE', `/sandbox/operators/${operator.operatorId}`)
  expect([world.mailTokens.size, world.mailboxes.size, world.sessions.size]).toEqual([0, 0, 0])
})

test('of the tokens that go out by mail the last hundred of an operator are kept', () => {
  const { world, operator, call } = openWorld()
  for (let mail = 0; mail < 120; mail += 1) call('POST', '/auth/password_reset_token/issue', { email: operator.email })
  expect([world.mailTokens.size, operator.account.mailTokens.size]).toEqual([100, 100])
})
