import { describe, expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const seconds = (text: string) => Date.parse(text) / 1000
const traffic = (download: number) => ({ 's1.fast': { downloadByteSizeTotal: download } })

async function openSim(settings = {}) {
  const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z', settings })
  const shop = await sandbox.operator()
  const imsi = await shop.sim({ subscription: 'plan-D' })
  const insert = (time: string, download = 100) =>
    shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, {
      unixtime: seconds(time),
      dataTrafficStatsMap: traffic(download),
    })
  const read = (from: string, to: string, period: string, path = `subscribers/${imsi}`) =>
    shop.call('GET', `/stats/air/${path}?from=${seconds(from)}&to=${seconds(to)}&period=${period}`)
  return { sandbox, shop, imsi, insert, read }
}

describe('points', () => {
  test('at a time that is taken answer 400, for Beam too (published sandbox document)', async () => {
    const { shop, imsi, insert } = await openSim()
    expect(await insert('2026-11-01T00:00:00Z')).toMatchObject({ status: 200, body: undefined })
    expect(await insert('2026-11-01T00:00:00Z')).toMatchObject({ status: 400, body: { code: 'EMU0011' } })
    const beam = { unixtime: 0, beamStatsMap: { inHttp: { count: 1 } } }
    // The time 0 was accepted of the Swift client.
    expect((await shop.call('POST', `/sandbox/stats/beam/subscribers/${imsi}`, beam)).status).toBe(200)
    expect((await shop.call('POST', `/sandbox/stats/beam/subscribers/${imsi}`, beam)).status).toBe(400)
  })

  test('may be of each speed class and protocol of the document, and what is left out counts 0', async () => {
    const { shop, imsi, read } = await openSim()
    const classes = ['s1.minimum', 's1.slow', 's1.standard', 's1.fast', 's1.4xfast', 's1.8xfast']
    const others = ['u1.standard', 'u1.slow', 't1.standard', 'arc.standard']
    const unixtime = seconds('2026-11-01T00:00:00Z')
    const dataTrafficStatsMap = Object.fromEntries(
      [...classes, ...others].map((name) => [name, { uploadByteSizeTotal: 1 }]),
    )
    const path = `/sandbox/stats/air/subscribers/${imsi}`
    expect((await shop.call('POST', path, { unixtime, dataTrafficStatsMap })).status).toBe(200)
    const [row] = (await read('2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'day')).body
    const counts = {
      uploadByteSizeTotal: 1,
      downloadByteSizeTotal: 0,
      uploadPacketSizeTotal: 0,
      downloadPacketSizeTotal: 0,
    }
    expect(row.dataTrafficStatsMap).toEqual(Object.fromEntries([...classes, ...others].map((name) => [name, counts])))

    const inward = ['inHttp', 'inMqtt', 'inTcp', 'inUdp']
    const outward = ['outHttp', 'outHttps', 'outMqtt', 'outMqtts', 'outTcp', 'outTcps', 'outUdp']
    const beamStatsMap = Object.fromEntries([...inward, ...outward].map((name) => [name, { count: 2 }]))
    const beam = await shop.call('POST', `/sandbox/stats/beam/subscribers/${imsi}`, { unixtime, beamStatsMap })
    expect(beam).toMatchObject({ status: 200, body: undefined })
    const query = `from=${unixtime}&to=${unixtime}&period=day`
    const [beamRow] = (await shop.call('GET', `/stats/beam/subscribers/${imsi}?${query}`)).body
    expect(beamRow).toEqual({ date: '20261101', unixtime, beamStatsMap })
  })

  test.each([
    ['no time', { dataTrafficStatsMap: {} }],
    ['no map', { unixtime: 1 }],
    ['a count below 0', { unixtime: 1, dataTrafficStatsMap: { 's1.fast': { uploadByteSizeTotal: -1 } } }],
    [
      'a count that is no whole number',
      { unixtime: 1, dataTrafficStatsMap: { 's1.fast': { uploadByteSizeTotal: 0.5 } } },
    ],
    ['a time before 1970', { unixtime: -1, dataTrafficStatsMap: {} }],
  ])('with %s answer 400 (not recorded)', async (_, point) => {
    const { shop, imsi } = await openSim()
    expect((await shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, point)).status).toBe(400)
  })

  test('of another SIM at the same time are other points', async () => {
    const { shop, insert } = await openSim()
    await insert('2026-11-01T00:00:00Z')
    const other = await shop.sim()
    const point = { unixtime: seconds('2026-11-01T00:00:00Z'), dataTrafficStatsMap: traffic(1) }
    expect((await shop.call('POST', `/sandbox/stats/air/subscribers/${other}`, point)).status).toBe(200)
  })

  test('in milliseconds answer 400, where the sandbox itself failed (run of the Swift client)', async () => {
    const { shop, imsi } = await openSim()
    const point = { unixtime: Date.UTC(2026, 10, 1), dataTrafficStatsMap: traffic(1) }
    expect((await shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, point)).status).toBe(400)
  })

  test('may be a second ahead, of a SIM in any status and any speed class (test of the Go client)', async () => {
    const { shop, imsi, insert, read } = await openSim()
    expect((await insert('2026-11-10T12:00:30Z')).status).toBe(200)
    await shop.call('POST', `/subscribers/${imsi}/deactivate`)
    expect((await insert('2026-08-12T12:00:00Z')).status).toBe(200)
    expect((await read('2026-06-01T00:00:00Z', '2026-11-30T00:00:00Z', 'month')).body).toHaveLength(2)
  })

  test('leave a ready SIM ready, or make it active by the setting (not recorded)', async () => {
    for (const [statsActivateReadySims, status] of [
      [false, 'ready'],
      [true, 'active'],
    ] as const) {
      const { shop, imsi, insert } = await openSim({ statsActivateReadySims })
      await insert('2026-11-01T00:00:00Z')
      expect((await shop.call('GET', `/subscribers/${imsi}`)).body.status).toBe(status)
    }
  })

  test('of a SIM that its maker has not registered yet are its own when it is (tests of the Swift client)', async () => {
    const { shop, sandbox } = await openSim()
    const other = await sandbox.operator()
    const { imsi, registrationSecret } = (await shop.call('POST', '/sandbox/subscribers/create')).body
    const unixtime = seconds('2026-11-02T00:00:00Z')
    const air = { unixtime, dataTrafficStatsMap: traffic(2 ** 30) }
    expect((await shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, air)).status).toBe(200)
    const beam = { unixtime: 0, beamStatsMap: { outUdp: { count: 11 } } }
    expect((await other.call('POST', `/sandbox/stats/beam/subscribers/${imsi}`, beam)).status).toBe(400)
    expect((await shop.call('POST', `/sandbox/stats/beam/subscribers/${imsi}`, beam)).status).toBe(200)
    const path = `/stats/air/subscribers/${imsi}?from=${unixtime}&to=${unixtime}&period=day`
    expect((await shop.call('GET', path)).status).toBe(400)
    const amount = async () => (await shop.call('GET', '/bills/latest')).body.amount as number
    const before = await amount()
    await shop.call('POST', `/subscribers/${imsi}/register`, { registrationSecret })
    expect((await shop.call('GET', path)).body).toMatchObject([{ dataTrafficStatsMap: traffic(2 ** 30) }])
    expect(await amount()).toBeGreaterThan(before + 100)
  })

  test('of a SIM that is unknown, another’s, or by a setting not registered are refused (not recorded)', async () => {
    const { sandbox, shop, imsi } = await openSim({ unregisteredStatsAccepted: false })
    const other = await sandbox.operator()
    const { imsi: loose } = (await shop.call('POST', '/sandbox/subscribers/create')).body
    const point = { unixtime: 1, dataTrafficStatsMap: {} }
    for (const [caller, wanted] of [
      [shop, '001019999999999'],
      [shop, loose],
      [other, loose],
      [other, imsi],
    ] as const) {
      expect((await caller.call('POST', `/sandbox/stats/air/subscribers/${wanted}`, point)).status).toBe(400)
    }
  })
})

describe('buckets', () => {
  test('of days snap outward and are dated in UTC (published document)', async () => {
    const { insert, read } = await openSim()
    for (const time of ['2026-10-31T23:59:59Z', '2026-11-01T00:00:00Z', '2026-11-01T23:59:59Z', '2026-11-02T00:00:00Z'])
      await insert(time)
    const { body } = await read('2026-11-01T13:00:00Z', '2026-11-01T14:00:00Z', 'day')
    expect(body).toEqual([
      {
        date: '20261101',
        unixtime: seconds('2026-11-01T00:00:00Z'),
        dataTrafficStatsMap: {
          's1.fast': {
            uploadByteSizeTotal: 0,
            downloadByteSizeTotal: 200,
            uploadPacketSizeTotal: 0,
            downloadPacketSizeTotal: 0,
          },
        },
      },
    ])
  })

  test('come oldest first, or newest first by the setting (not recorded)', async () => {
    for (const statsOrder of ['oldestFirst', 'newestFirst']) {
      const { shop, insert, read } = await openSim({ statsOrder })
      for (const time of ['2026-11-02T00:00:00Z', '2026-11-01T00:00:00Z']) await insert(time)
      for (const path of [undefined, `operators/${shop.operatorId}`]) {
        const { body } = await read('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', 'day', path)
        const times = body.map(({ unixtime }: { unixtime: number }) => unixtime)
        const sorted = [seconds('2026-11-01T00:00:00Z'), seconds('2026-11-02T00:00:00Z')]
        expect(times).toEqual(statsOrder === 'oldestFirst' ? sorted : sorted.reverse())
      }
    }
  })

  test('of months begin on the first and hold the whole month (published document)', async () => {
    const { insert, read } = await openSim()
    for (const time of ['2026-10-01T00:00:00Z', '2026-10-31T23:59:59Z']) await insert(time)
    const { body } = await read('2026-10-15T00:00:00Z', '2026-10-15T00:00:00Z', 'month')
    expect(body).toMatchObject([{ date: '202610', unixtime: seconds('2026-10-01T00:00:00Z') }])
    expect(body[0].dataTrafficStatsMap['s1.fast'].downloadByteSizeTotal).toBe(200)
  })

  test('of minutes are five minutes wide (published document)', async () => {
    const { insert, read } = await openSim()
    for (const time of ['2026-11-01T00:04:59Z', '2026-11-01T00:05:00Z', '2026-11-01T00:09:59Z']) await insert(time)
    const { body } = await read('2026-11-01T00:07:00Z', '2026-11-01T00:08:00Z', 'minutes')
    expect(body).toMatchObject([{ date: '202611010005', unixtime: seconds('2026-11-01T00:05:00Z') }])
  })

  test('can be cut in the zone of Japan (hint in an example of the published document)', async () => {
    const { insert, read } = await openSim({ bucketZoneOffsetMinutes: 540 })
    await insert('2026-10-31T15:00:00Z')
    const { body } = await read('2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'day')
    expect(body).toMatchObject([{ date: '20261101', unixtime: seconds('2026-10-31T15:00:00Z') }])
  })

  test('of a group and an operator are sums without date or class, by day and month only (published document)', async () => {
    const { shop, imsi, insert, read } = await openSim()
    await insert('2026-11-08T01:00:00Z')
    const { groupId } = (await shop.call('POST', '/groups', {})).body
    await shop.call('POST', `/subscribers/${imsi}/set_group`, { groupId })
    for (const path of [`groups/${groupId}`, `operators/${shop.operatorId}`]) {
      expect((await read('2026-11-08T00:00:00Z', '2026-11-08T00:00:00Z', 'day', path)).body).toEqual([
        { unixtime: seconds('2026-11-08T00:00:00Z'), uploadByteSizeTotal: 0, downloadByteSizeTotal: 100 },
      ])
      expect((await read('2026-11-08T00:00:00Z', '2026-11-08T00:00:00Z', 'minutes', path)).status).toBe(400)
    }
    expect((await read('2026-11-08T00:00:00Z', '2026-11-08T00:00:00Z', 'day', 'groups/none')).status).toBe(400)
  })

  test('reach back 18 months, and 7 days of an operator, where the setting asks for it (published document)', async () => {
    const { shop, insert, read } = await openSim({ statsReach: 'documented' })
    for (const time of ['2025-05-01T00:00:00Z', '2025-04-30T00:00:00Z', '2026-11-03T00:00:00Z', '2026-11-02T00:00:00Z'])
      await insert(time)
    const monthsOf = async (path?: string) => {
      const { body } = await read('2020-01-01T00:00:00Z', '2026-11-10T00:00:00Z', path ? 'day' : 'month', path)
      return body.length
    }
    expect(await monthsOf()).toBe(2)
    expect(await monthsOf(`operators/${shop.operatorId}`)).toBe(1)
  })
})

describe('a request', () => {
  test('needs both times in seconds and a period; the word is `minutes` (published document)', async () => {
    const { shop, imsi } = await openSim()
    const path = `/stats/air/subscribers/${imsi}`
    for (const query of ['from=0&period=day', 'to=0&period=day', 'from=0&to=1', 'from=0&to=1&period=minute']) {
      expect((await shop.call('GET', `${path}?${query}`)).status).toBe(400)
    }
  })

  test('about a terminated SIM is refused, or answered by the setting (published document)', async () => {
    for (const [terminatedStatsReadable, status] of [
      [false, 400],
      [true, 200],
    ] as const) {
      const { shop, imsi, insert, read } = await openSim({ terminatedStatsReadable })
      await insert('2026-11-01T00:00:00Z')
      await shop.call('POST', `/subscribers/${imsi}/enable_termination`)
      await shop.call('POST', `/subscribers/${imsi}/terminate`)
      expect((await read('2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'day')).status).toBe(status)
    }
  })

  test.each(['funk', 'funnel', 'harvest'])(
    'about %s finds no usage, since nothing in the sandbox makes any',
    async (service) => {
      const { shop, imsi } = await openSim()
      const ask = (query: string, id = imsi) => shop.call('GET', `/stats/${service}/subscribers/${id}?${query}`)
      for (const period of ['month', 'day', 'minutes']) {
        expect(await ask(`from=0&to=1&period=${period}`)).toMatchObject({ status: 200, body: [] })
      }
      expect((await ask('from=0&to=1&period=year')).status).toBe(400)
      expect((await ask('from=0&to=1&period=day', '001019999999999')).status).toBe(400)
    },
  )
})
