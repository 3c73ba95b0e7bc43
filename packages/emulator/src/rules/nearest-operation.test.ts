import { expect, test } from 'vitest'
import { nearestOperation } from './nearest-operation.ts'

test.each([
  ['GET', '/v1/subscriber', 'listSubscribers'],
  ['GET', '/v1/Subscribers', 'listSubscribers'],
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
