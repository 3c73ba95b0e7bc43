import { expect, test } from 'vitest'
import { openSandbox, password } from '../testing/open-sandbox.ts'

const account = { zipCode: '1234567', countryCode: 'JP', phoneNumber: '0312345678', fullName: 'Sora' }
const rule = { type: 'SimExpiredRule', properties: { inactiveTimeoutDateConst: 'NEVER' } }

test("an operator sees and changes nothing of another's account, and a deleted one leaves nothing", async () => {
  const sandbox = openSandbox()
  const [one, other] = [await sandbox.operator(), await sandbox.operator()]
  const handler = {
    name: 'a',
    status: 'active',
    ruleConfig: rule,
    actionConfigList: [],
    targetOperatorId: one.operatorId,
  }
  const { handlerId } = (await one.call('POST', '/event_handlers', handler)).body
  await one.call('POST', '/credentials/psk', { type: 'psk', credentials: { key: 'k' } })
  await one.call('POST', '/soralets', { soraletId: 'a' })
  await one.call('POST', `/operators/${one.operatorId}/individual_information`, account)
  const [{ emailId }] = (await one.call('GET', `/operators/${one.operatorId}/emails`)).body

  for (const path of ['/event_handlers', '/credentials', '/soralets', '/audit_logs/api', '/logs']) {
    expect((await other.call('GET', path)).body).toEqual([])
  }
  const own = `/operators/${other.operatorId}`
  const foreign = `/operators/${one.operatorId}`
  for (const [method, path] of [
    ['GET', `/event_handlers/${handlerId}`],
    ['DELETE', `/event_handlers/${handlerId}`],
    ['DELETE', '/credentials/psk'],
    ['GET', '/soralets/a'],
    ['DELETE', '/soralets/a'],
    ['GET', `${own}/individual_information`],
    ['GET', `${own}/emails/${emailId}`],
  ] as const) {
    expect((await other.call(method, path)).status).toBe(404)
  }
  for (const path of ['individual_information', 'emails', 'mfa']) {
    expect((await other.call('GET', `${foreign}/${path}`)).status).toBe(400)
  }

  await one.call('DELETE', `/sandbox/operators/${one.operatorId}`)
  const again = await sandbox.operator({ email: one.email })
  expect((await again.call('GET', '/credentials')).body).toEqual([])
  expect((await sandbox.call('POST', '/auth', { email: one.email, password })).body.operatorId).toBe(again.operatorId)
})
