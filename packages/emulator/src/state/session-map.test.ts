import { expect, test } from 'vitest'
import { createSessionMap } from './session-map.ts'
import type { SessionState } from './world.ts'

const toSession = (token: string, expiresMs = 0): SessionState => ({
  apiKey: 'api',
  token,
  operatorId: 'OP',
  expiresMs,
})

test('the last session that was found is not found once it was changed, deleted or cleared', () => {
  const sessions = createSessionMap()
  sessions.set('one', toSession('one')).set('two', toSession('two'))
  expect(sessions.get('one')).toBe(sessions.get('one'))
  sessions.set('one', toSession('one', 5))
  expect(sessions.get('one')?.expiresMs).toBe(5)
  expect(sessions.delete('one')).toBe(true)
  expect([sessions.get('one'), sessions.get('two')?.token]).toEqual([undefined, 'two'])
  sessions.clear()
  expect([sessions.get('two'), sessions.size]).toEqual([undefined, 0])
})

test('a token that nobody has is no session, twice', () => {
  const sessions = createSessionMap()
  expect([sessions.get(''), sessions.get('')]).toEqual([undefined, undefined])
})
