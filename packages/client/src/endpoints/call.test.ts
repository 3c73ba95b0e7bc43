import { expect, test } from 'vitest'
import { toRequest } from './call.ts'

const description = { operationId: 'op', method: 'GET', repeat: 'safe' } as const

test('parameters are encoded into the path', () => {
  const params = { email: 'a+b@example.com', name: 'x/y?z' }
  const { path } = toRequest({ ...description, path: '/token/{email}/{name}', params })
  expect(path).toBe('/token/a%2Bb%40example.com/x%2Fy%3Fz')
})

test('values of a query are encoded, lists one by one, and what is undefined is left out', () => {
  const query = { tag: ['a b', 'c&d'], limit: 5, on: true, none: undefined }
  expect(toRequest({ ...description, path: '/x', query }).query).toBe('?tag=a+b&tag=c%26d&limit=5&on=true')
  expect(toRequest({ ...description, path: '/x' }).query).toBe('')
})

test.each([undefined, '', '.', '..', 5])('%j is no part of a path', (imsi) => {
  const params = { imsi } as unknown as Record<string, string>
  expect(() => toRequest({ ...description, path: '/subscribers/{imsi}', params })).toThrow(/^op needs imsi, not /)
})

test.each(['subscribers', '/x?y=1', '/x#y', '/x/../y', '/x/%2e%2e/y', '\\x'])('%s is no path', (path) => {
  expect(() => toRequest({ ...description, path })).toThrow('must begin with "/"')
})

test('a parameter with a secret name is not shown', () => {
  const request = toRequest({ ...description, path: '/transfer/{token}', params: { token: 'abc' } })
  expect(request).toMatchObject({ path: '/transfer/abc', shownPath: '/transfer/[redacted]' })
})
