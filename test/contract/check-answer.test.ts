import { expect, test } from 'vitest'
import { type Answer, checkAnswer } from './check-answer.ts'
import { openDocuments } from './documents.ts'

const documents = await openDocuments()

function whats(operationId: string, answer: Partial<Answer>): readonly string[] {
  if (!documents) throw new Error('no documents')
  const parts = { status: 200, contentType: 'application/json;charset=UTF-8', body: undefined, ...answer }
  return checkAnswer(documents, operationId, parts).differences.map(({ what }) => what)
}

test.skipIf(!documents)('an answer as its document describes it has no difference', () => {
  const body = { amount: 12.5, currency: 'JPY', lastEvaluatedTime: '20261110123456' }
  expect(whats('getLatestBilling', { body })).toEqual([])
})

test.skipIf(!documents)('a status that is not listed is a difference', () => {
  expect(whats('getLatestBilling', { status: 201, body: {} })).toEqual(['status 201 is not listed'])
})

test.skipIf(!documents)('a field of another type, or with another word, is a difference', () => {
  expect(whats('getLatestBilling', { body: { amount: '12', currency: 'GBP' } })).toEqual([
    '/amount must be number',
    '/currency must be equal to one of the allowed values',
  ])
})

test.skipIf(!documents)('a field that the schema lacks is a difference, also within a list', () => {
  expect(whats('getBillingHistory', { body: { billList: [{ yearMonth: '202610' }, { extra: 1 }] } })).toEqual([
    '/billList/*/extra is not in the schema',
  ])
})

test.skipIf(!documents)('a null that the schema lacks is one difference', () => {
  expect(whats('getBillingHistory', { body: { billList: [{ currency: null }] } })).toEqual([
    '/billList/*/currency is null',
  ])
})

test.skipIf(!documents)('a body where none is described is a difference, and so is none where one is', () => {
  expect(whats('sandboxDeleteOperator', { body: {} })).toEqual(['a body where none is described'])
  expect(whats('sandboxDeleteOperator', {})).toEqual([])
  expect(whats('getLatestBilling', {})).toEqual(['no body where one is described'])
})

test.skipIf(!documents)('another content type is a difference', () => {
  expect(whats('getLatestBilling', { contentType: 'text/plain', body: {} })).toEqual(['content type text/plain'])
})

test.skipIf(!documents)('an error needs a code and a message', () => {
  expect(whats('sandboxDeleteOperator', { status: 400, body: { code: 'COM0008', message: 'no' } })).toEqual([])
  expect(whats('sandboxDeleteOperator', { status: 400, body: 'no' })).toEqual([
    'status 400 without a code and a message',
  ])
})

test.skipIf(!documents)('the fields that an answer has are told', () => {
  if (!documents) throw new Error('no documents')
  const body = { billList: [{ yearMonth: '202610', amount: 1 }] }
  const answer = { status: 200, contentType: 'application/json', body }
  expect(checkAnswer(documents, 'getBillingHistory', answer).fields).toEqual([
    '/billList',
    '/billList/*/yearMonth',
    '/billList/*/amount',
  ])
})
