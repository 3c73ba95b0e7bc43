import { expect, test } from 'vitest'
import { password } from '../testing/open-sandbox.ts'
import { openWorld } from '../testing/open-world.ts'

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
