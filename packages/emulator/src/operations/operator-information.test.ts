import { describe, expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const individual = { fullName: 'Sora', countryCode: 'JP', zipCode: '1234567', phoneNumber: '0312345678' }
const company = {
  companyName: 'Soracom',
  contactPersonName: 'Sora',
  department: 'Tests',
  countryCode: 'JP',
  zipCode: '1234567',
  phoneNumber: '0312345678',
}

describe.each([
  ['company', company],
  ['individual', individual],
])('the %s information of an operator', (kind, information) => {
  test('is made with 201 and changed with 200, both without a body (published document)', async () => {
    const { call, operatorId } = await openSandbox().operator()
    const path = `/operators/${operatorId}/${kind}_information`
    expect(await call('POST', path, information)).toMatchObject({ status: 201, body: undefined })
    expect((await call('GET', path)).body).toEqual(information)
    const moved = { ...information, city: 'Kobe' }
    expect(await call('PUT', path, moved)).toMatchObject({ status: 200, body: undefined })
    expect((await call('GET', path)).body).toEqual(moved)
    await call('PUT', path, information)
    expect((await call('GET', path)).body).toEqual(information)
  })

  test('needs the fields that are marked (published document)', async () => {
    const { call, operatorId } = await openSandbox().operator()
    for (const name of Object.keys(information)) {
      const body = { ...information, [name]: undefined }
      const reply = await call('POST', `/operators/${operatorId}/${kind}_information`, body)
      expect([reply.status, reply.body.message]).toEqual([400, expect.stringContaining(`may not be empty:${name}`)])
    }
  })

  test('answers by settings where there is none, and where there is one already', async () => {
    const settings = { unlistedNotFoundStatus: 400, unlistedDuplicateStatus: 409 }
    const { call, operatorId } = await openSandbox({ settings }).operator()
    const path = `/operators/${operatorId}/${kind}_information`
    expect((await call('GET', path)).status).toBe(400)
    expect((await call('PUT', path, information)).status).toBe(400)
    await call('POST', path, information)
    expect((await call('POST', path, information)).status).toBe(409)
  })
})
