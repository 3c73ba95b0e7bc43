import { expect } from '../expect.ts'
import type { Life } from '../life.ts'

/** A SIM that goes to another operator, and one whose transfer is cancelled. */
export async function walkTransfers(giver: Life, taker: Life): Promise<void> {
  const [gone, kept] = [await addReadySim(giver), await addReadySim(giver)]
  const issue = (transferImsi: readonly string[], changes = {}) =>
    giver.call('issueSubscriberTransferToken', {
      body: {
        transferDestinationOperatorEmail: taker.email,
        transferDestinationOperatorId: taker.operatorId,
        transferImsi,
        ...changes,
      },
    })
  const first = await issue([gone])
  expect(first.status).toBe(200)
  const accepted = await taker.call('verifySubscriberTransferToken', { body: first.body })
  expect(accepted.body).toEqual({ transferredImsi: [gone] })
  expect((await taker.call('getSubscriber', { params: { imsi: gone } })).body.operatorId).toBe(taker.operatorId)
  expect((await giver.call('getSubscriber', { params: { imsi: gone } })).status).toBe(404)

  const { token } = (await issue([kept])).body
  expect((await giver.call('deleteSubscriberTransferToken', { params: { token } })).status).toBe(204)
  expect((await giver.call('deleteSubscriberTransferToken', { params: { token } })).status).toBe(404)
  expect((await taker.call('verifySubscriberTransferToken', { body: { token } })).status).toBe(400)
  expect((await issue([gone])).status).toBe(400)
  expect((await issue([kept], { transferDestinationOperatorEmail: giver.email })).status).toBe(400)
}

async function addReadySim(life: Life): Promise<string> {
  const { imsi, registrationSecret } = (await life.call('sandboxCreateSubscriber', { body: {} })).body
  await life.call('registerSubscriber', { params: { imsi }, body: { registrationSecret } })
  return imsi
}
