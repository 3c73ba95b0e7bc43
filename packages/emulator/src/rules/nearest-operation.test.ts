import { expect, test } from 'vitest'
import { createNearestOperation } from './nearest-operation.ts'

const nearestOperation = createNearestOperation()

test.each([
  ['GET', '/v1/subscriber', 'listSubscribers'],
  ['GET', '/v1/Subscribers', 'listSubscribers'],
  ['GET', '//v1/subscribers', 'listSubscribers'],
  ['GET', '/V1/subscribers', 'listSubscribers'],
  ['GET', '/v1/v1/subscribers', 'listSubscribers'],
  ['GET', '/subscribers', 'listSubscribers'],
  ['GET', '/operators/OP0012345678', 'getOperator'],
  ['POST', '/v1/subscribers/001010000000001/activat', 'activateSubscriber'],
  ['GET', '/v1/subscribers/001010000000001/activat', 'activateSubscriber'],
  ['POST', '/v1/sandbox/order/ship', 'sandboxShipOrder'],
  ['DELETE', '/v1/sandbox/operator/OP0012345678', 'sandboxDeleteOperator'],
])('%s %s most likely means %s', (method, path, operationId) => {
  expect(nearestOperation(method, path)?.operationId).toBe(operationId)
})

test.each(['/v1/nothing', '/', '', '/favicon.ico', '/v1/a/b/c/d', `/${'a/'.repeat(1000)}`, 'x'.repeat(10_000)])(
  'nothing is near %.20s',
  (path) => {
    expect(nearestOperation('GET', path)).toBe(undefined)
  },
)

test('what was asked before is found again, and its answer is not changed by what was asked meanwhile', () => {
  const find = createNearestOperation()
  const ask = (name: string) => find('GET', `/v1/${name}/001010000000001`)?.operationId
  const first = ['subscribrs', 'grups', 'simms'].map(ask)
  for (let made = 0; made < 500; made += 1) ask(`nothing-${made}`)
  expect(['subscribrs', 'grups', 'simms'].map(ask)).toEqual(first)
  expect(first).toEqual(['getSubscriber', 'getGroup', 'getSim'])
})
