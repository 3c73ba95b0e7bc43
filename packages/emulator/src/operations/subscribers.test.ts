import { plans, subscriptions } from '@soracom-fixtures/api'
import { describe, expect, test } from 'vitest'
import { openSandbox, type TestOperator } from '../testing/open-sandbox.ts'

async function openShop(settings = {}, account = {}) {
  const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z', settings })
  return { ...sandbox, shop: await sandbox.operator(account) }
}

const imsisOf = (body: readonly { readonly imsi: string }[]) => body.map(({ imsi }) => imsi)

describe('a created SIM', () => {
  test('has the fields and forms that the sandbox was seen to answer (notebook of 2022)', async () => {
    const { shop } = await openShop()
    const { status, body } = await shop.call('POST', '/sandbox/subscribers/create', { subscription: 'plan01s' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      imsi: expect.stringMatching(/^00101\d{10}$/),
      msisdn: expect.stringMatching(/^999\d{9}$/),
      serialNumber: expect.stringMatching(/^TS\d{13}$/),
      registrationSecret: expect.stringMatching(/^\d{5}$/),
      operatorId: 'OP9999999999',
      apn: 'soracom-sandbox.io',
      type: 's1.standard',
      plan: 1,
      sessionStatus: { online: 0 },
      tags: {},
    })
    expect([body.iccid, body.simId]).toEqual([body.imsi, body.imsi])
    for (const field of ['status', 'speedClass', 'createdAt', 'lastModifiedAt', 'expiryTime']) {
      expect(body).not.toHaveProperty(field)
    }
  })

  test.each(subscriptions)('may be of %s (published sandbox document), and of nothing else', async (subscription) => {
    const { shop } = await openShop()
    const make = (request: object) => shop.call('POST', '/sandbox/subscribers/create', request)
    expect((await make({ subscription, bundles: [...plans[subscription].bundles] })).body.subscription).toBe(
      subscription,
    )
    expect((await make({ subscription: `${subscription}x` })).body.code).toBe('COM0008')
    expect((await make({ subscription, bundles: ['D-300MB'] })).status).toBe(400)
  })

  test('is in no list before it is registered (test of the command-line client)', async () => {
    const { shop } = await openShop()
    const { imsi } = (await shop.call('POST', '/sandbox/subscribers/create', {})).body
    expect((await shop.call('GET', '/subscribers')).body).toEqual([])
    expect((await shop.call('GET', `/subscribers/${imsi}`)).status).toBe(404)
  })

  test.each([
    [['jp'], 'plan-D'],
    [['g'], 'plan01s'],
  ] as const)('has of coverage %j the subscription %s unless told (not documented)', async (coverageTypes, plan) => {
    const { shop } = await openShop({}, { coverageTypes })
    expect((await shop.call('POST', '/sandbox/subscribers/create')).body.subscription).toBe(plan)
  })

  test('ignores the key `bundle` of the published example and heeds `bundles` of the schema', async () => {
    const { shop } = await openShop()
    const bundlesOf = async (request: object) => {
      const imsi = await shop.sim({ subscription: 'plan-D', ...request })
      return (await shop.call('GET', `/subscribers/${imsi}`)).body.bundles
    }
    expect(await bundlesOf({ bundle: ['D-500MB'] })).toEqual([])
    expect(await bundlesOf({ bundles: ['D-500MB'] })).toEqual(['D-500MB'])
  })
})

describe('registration', () => {
  async function made(shop: TestOperator) {
    return (await shop.call('POST', '/sandbox/subscribers/create', { subscription: 'plan01s' })).body
  }

  test('answers 200, as two clients recorded, or 201 by the setting (published document)', async () => {
    for (const registerStatus of [200, 201]) {
      const { shop } = await openShop({ registerStatus })
      const { imsi, registrationSecret } = await made(shop)
      const { status } = await shop.call('POST', `/subscribers/${imsi}/register`, { registrationSecret })
      expect(status).toBe(registerStatus)
    }
    const { shop } = await openShop()
    const { imsi, registrationSecret } = await made(shop)
    expect((await shop.call('POST', `/sims/${imsi}/register`, { registrationSecret })).status).toBe(201)
  })

  test('takes an empty groupId for none (the Go client sends it)', async () => {
    const { shop } = await openShop()
    const { imsi, registrationSecret } = await made(shop)
    const body = { registrationSecret, groupId: '', tags: { name: 'meter' } }
    const reply = await shop.call('POST', `/subscribers/${imsi}/register`, body)
    expect(reply).toMatchObject({ status: 200, body: { groupId: null, tags: { name: 'meter' } } })
  })

  test('with a wrong secret, or once more, answers 400 (assumed, not recorded)', async () => {
    const { shop } = await openShop()
    const { imsi, registrationSecret } = await made(shop)
    const register = (secret: string) =>
      shop.call('POST', `/subscribers/${imsi}/register`, { registrationSecret: secret })
    expect(await register('x')).toMatchObject({ status: 400, body: { code: 'EMU0009' } })
    expect((await register(registrationSecret)).status).toBe(200)
    expect(await register(registrationSecret)).toMatchObject({ status: 400, body: { code: 'EMU0010' } })
  })

  test('gives fields that say the same, and nulls written out (answers recorded in 2016)', async () => {
    const { shop } = await openShop()
    const imsi = await shop.sim({ subscription: 'plan-D' })
    const { body } = await shop.call('GET', `/subscribers/${imsi}`)
    for (const [one, other] of [
      ['speedClass', 'type'],
      ['createdAt', 'createdTime'],
      ['lastModifiedAt', 'lastModifiedTime'],
      ['expiredAt', 'expiryTime'],
    ] as const) {
      expect(body).toHaveProperty(one)
      expect(body[one]).toEqual(body[other])
    }
    const nulls = ['groupId', 'expiredAt', 'expiryTime', 'expiryAction', 'imeiLock']
    for (const field of nulls) expect(body[field]).toBeNull()
    expect(body).toMatchObject({ status: 'ready', terminationEnabled: false, plan: 0 })
    expect(body.sessionStatus).toEqual({
      lastUpdatedAt: body.createdTime,
      imei: null,
      location: null,
      ueIpAddress: null,
      dnsServers: null,
      online: false,
    })
  })
})

describe('the list', () => {
  test('is filtered by a tag, the whole value or how it begins (published document)', async () => {
    const { shop } = await openShop()
    const [north, south] = [await shop.sim(), await shop.sim()]
    await shop.call('PUT', `/subscribers/${north}/tags`, [{ tagName: 'place', tagValue: 'tokyo-north' }])
    await shop.call('PUT', `/subscribers/${south}/tags`, [{ tagName: 'place', tagValue: 'tokyo' }])
    const find = async (query: string) => imsisOf((await shop.call('GET', `/subscribers?${query}`)).body)
    expect(await find('tag_name=place&tag_value=tokyo')).toEqual([south])
    expect(await find('tag_name=place&tag_value=tokyo&tag_value_match_mode=exact')).toEqual([south])
    expect(await find('tag_name=place&tag_value=tokyo&tag_value_match_mode=prefix')).toEqual([north, south].sort())
    expect(await find('tag_name=none&tag_value=tokyo')).toEqual([])
  })

  test('needs the value of a tag beside its name (published document)', async () => {
    const { shop } = await openShop()
    expect((await shop.call('GET', '/subscribers?tag_name=place')).status).toBe(400)
    expect((await shop.call('GET', '/subscribers?tag_name=place&tag_value=')).body).toEqual([])
  })

  test('is filtered by statuses joined by a bar; instock and shipped are known, and no registered SIM is in them', async () => {
    const { shop } = await openShop()
    const [ready, active] = [await shop.sim(), await shop.sim()]
    await shop.call('POST', `/subscribers/${active}/activate`)
    const find = async (filter: string) =>
      imsisOf((await shop.call('GET', `/subscribers?status_filter=${encodeURIComponent(filter)}`)).body)
    expect(await find('ready')).toEqual([ready])
    expect(await find('active|ready')).toEqual([ready, active].sort())
    expect(await find('instock|shipped')).toEqual([])
    expect(await find('instock|active')).toEqual([active])
  })

  test('is filtered by how serial numbers begin, several joined by a bar (published document)', async () => {
    const { shop } = await openShop()
    await shop.sim()
    const [{ imsi, serialNumber }] = (await shop.call('GET', '/subscribers')).body
    const find = async (filter: string) =>
      imsisOf((await shop.call('GET', `/subscribers?serial_number_filter=${encodeURIComponent(filter)}`)).body)
    expect(await find(serialNumber.slice(0, 8))).toEqual([imsi])
    expect(await find(`XX|${serialNumber}`)).toEqual([imsi])
    expect(await find(serialNumber.slice(1))).toEqual([])
  })

  test('is filtered by speed classes, under their old name type_filter too (the Go client)', async () => {
    const { shop } = await openShop()
    const imsi = await shop.sim({ subscription: 'plan01s' })
    await shop.call('POST', `/subscribers/${imsi}/update_speed_class`, { speedClass: 's1.fast' })
    for (const name of ['speed_class_filter', 'type_filter']) {
      expect((await shop.call('GET', `/subscribers?${name}=s1.slow%7Cs1.fast`)).body).toHaveLength(1)
      expect((await shop.call('GET', `/subscribers?${name}=s1.slow`)).body).toEqual([])
    }
  })

  test.each(['999', '1024', '0', '-5', 'many'])(
    'bears a limit of %s without an error (seen of 999 and 1024)',
    async (limit) => {
      const { shop } = await openShop()
      await shop.sim()
      expect(await shop.call('GET', `/subscribers?limit=${limit}`)).toMatchObject({ status: 200, body: [{}] })
    },
  )

  test('needs no Link header for 25 SIMs, and gives the IMSI of the last row as key otherwise (the Go client)', async () => {
    const { shop } = await openShop()
    for (let count = 0; count < 25; count += 1) await shop.sim()
    expect((await shop.call('GET', '/subscribers')).headers).not.toHaveProperty('link')
    const first = await shop.call('GET', '/subscribers?limit=10')
    expect(first.headers['x-soracom-next-key']).toBe(first.body[9].imsi)
    expect(first.headers.link).toBe(`</v1/subscribers?limit=10&last_evaluated_key=${first.body[9].imsi}>; rel=next`)
    const last = await shop.call('GET', `/subscribers?limit=20&last_evaluated_key=${first.body[9].imsi}`)
    expect(last.body).toHaveLength(15)
    expect(last.headers).not.toHaveProperty('x-soracom-next-key')
  })

  test('leads back from each page but the first, also from a last one (tests and parser of the Go client)', async () => {
    const { shop } = await openShop()
    for (let made = 0; made < 10; made += 1) {
      const imsi = await shop.sim()
      if (made % 2 === 0) await shop.call('POST', `/subscribers/${imsi}/activate`)
    }
    // As the Go client parses: links at commas, which no space may follow, and a key in each.
    const keysOf = (link: string | undefined) =>
      Object.fromEntries(
        (link?.split(',') ?? []).map((one) => {
          const [url = '', rel = ''] = one.split(';')
          expect(url).toMatch(/^<.*>$/)
          return [rel.split('=')[1], new URL(url.slice(1, -1), 'http://x').searchParams.get('last_evaluated_key')]
        }),
      )
    const page = async (key: string | null | undefined) => {
      const query = `status_filter=active&limit=2${key == null ? '' : `&last_evaluated_key=${key}`}`
      const { body, headers } = await shop.call('GET', `/subscribers?${query}`)
      expect(headers['x-soracom-next-key']).toBe(keysOf(headers.link).next)
      return { imsis: imsisOf(body), ...keysOf(headers.link) } as { imsis: string[]; prev?: string; next?: string }
    }
    const first = await page(undefined)
    const second = await page(first.next)
    const third = await page(second.next)
    expect([first.imsis.length, second.imsis.length, third.imsis.length]).toEqual([2, 2, 1])
    expect([first.prev, second.prev, third.next]).toEqual([undefined, '', undefined])
    expect((await page(third.prev)).imsis).toEqual(second.imsis)
    expect((await page(second.prev)).imsis).toEqual(first.imsis)
  })

  test('leads nowhere back where a setting says so (not recorded)', async () => {
    const { shop } = await openShop({ previousLinks: false })
    const imsi = await shop.sim()
    expect((await shop.call('GET', `/subscribers?last_evaluated_key=${imsi}`)).headers).not.toHaveProperty('link')
  })

  test('keeps terminated SIMs (test of the command-line client)', async () => {
    const { shop } = await openShop()
    const imsi = await shop.sim()
    await shop.call('POST', `/subscribers/${imsi}/enable_termination`)
    await shop.call('POST', `/subscribers/${imsi}/terminate`)
    expect((await shop.call('GET', '/subscribers')).body).toMatchObject([{ imsi, status: 'terminated' }])
    expect((await shop.call('GET', '/query/sims')).body).toMatchObject([{ simId: imsi, status: 'terminated' }])
  })

  test('is of the own SIMs only', async () => {
    const { shop, operator } = await openShop()
    const other = await operator()
    const imsi = await other.sim()
    expect((await shop.call('GET', '/subscribers')).body).toEqual([])
    expect((await shop.call('GET', `/subscribers/${imsi}`)).status).toBe(404)
    const { msisdn } = (await other.call('GET', `/subscribers/${imsi}`)).body
    expect((await shop.call('GET', `/subscribers/msisdn/${msisdn}`)).status).toBe(404)
  })
})

test('a CSV file of all SIMs has a row for each, terminated ones too', async () => {
  const { shop, download } = await openShop()
  const imsi = await shop.sim({ subscription: 'plan-D', bundles: ['D-500MB'] })
  await shop.call('PUT', `/subscribers/${imsi}/tags`, [{ tagName: 'name', tagValue: 'meter' }])
  const { serialNumber, msisdn } = (await shop.call('GET', `/subscribers/${imsi}`)).body
  const { url } = (await shop.call('POST', '/subscribers/export')).body
  const [header = '', row = ''] = (await download(url)).body.split('\n')
  expect(header.split(',').at(-1)).toBe('name')
  expect(row.split(',').slice(0, 7)).toEqual([imsi, msisdn, imsi, imsi, serialNumber, 'plan-D', 'D-500MB'])
  expect(row.split(',').at(-1)).toBe('meter')
})

test('a SIM is found by its MSISDN, whatever stands in the query (the Ruby client)', async () => {
  const { shop } = await openShop()
  const imsi = await shop.sim()
  const { msisdn } = (await shop.call('GET', `/subscribers/${imsi}`)).body
  const query = `?operatorId=${shop.operatorId}&limit=1024`
  expect((await shop.call('GET', `/subscribers/msisdn/${msisdn}${query}`)).body.imsi).toBe(imsi)
  expect((await shop.call('GET', `/subscribers/msisdn/${imsi}${query}`)).status).toBe(404)
})
