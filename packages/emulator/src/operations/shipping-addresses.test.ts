import { expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const address = { addressLine1: '1-2-3', city: '港区', state: '東京都', zipCode: '1234567' }

async function openAddresses(account: object = {}) {
  const { operatorId, call } = await openSandbox().operator({ ...account })
  const path = `/operators/${operatorId}/shipping_addresses`
  return { call, path, add: (request: object = {}) => call('POST', path, { ...address, ...request }) }
}

test('an address is made with 201, with its id, its area and the country JP (published document; Swift client)', async () => {
  const { add } = await openAddresses()
  const { status, body } = await add({ companyName: 'ソラコム', building: null })
  expect(status).toBe(201)
  expect(body).toEqual({
    ...address,
    companyName: 'ソラコム',
    building: null,
    countryCode: 'JP',
    phoneNumber: '',
    shippingAddressId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    shippingArea: 'kanto',
  })
})

test('it is listed, changed with 200 and no body, and deleted with 200, not 204 (published document)', async () => {
  const { call, path, add } = await openAddresses()
  const { shippingAddressId } = (await add()).body
  const own = `${path}/${shippingAddressId}`
  expect((await call('GET', path)).body).toMatchObject({ shippingAddresses: [{ shippingAddressId }] })
  const changed = await call('PUT', own, { ...address, state: '北海道' })
  expect(changed).toMatchObject({ status: 200, body: undefined })
  expect((await call('GET', own)).body).toMatchObject({ shippingAddressId, shippingArea: 'hokkaido' })
  expect(await call('DELETE', own)).toMatchObject({ status: 200, body: undefined })
  expect((await call('GET', path)).body).toEqual({ shippingAddresses: [] })
  expect((await call('GET', own)).status).toBe(404)
})

test.each(['addressLine1', 'city', 'state', 'zipCode'])('it needs its %s (published document)', async (name) => {
  const { add } = await openAddresses()
  expect(await add({ [name]: undefined })).toMatchObject({ status: 400, body: { code: 'COM0008' } })
})

test.each([
  [{ zipCode: '1234567', city: '港区' }, 201],
  [{ zipCode: '162-0812', city: 'Shinjuku' }, 201],
  [{ zipCode: '162-081' }, 400],
  [{ state: 'Atlantis' }, 400],
])('in Japan, %j answers %i (tests of the command-line and Swift clients)', async (request, status) => {
  const { add } = await openAddresses()
  expect((await add(request)).status).toBe(status)
})

test('elsewhere, and for global coverage, zip code and state are any text (notes of the Swift client)', async () => {
  const abroad = { zipCode: 'EC1A 1BB', state: 'London', countryCode: 'GB' }
  for (const coverageTypes of [['jp'], ['g']]) {
    const { add } = await openAddresses({ coverageTypes })
    expect((await add(abroad)).status).toBe(201)
  }
})
