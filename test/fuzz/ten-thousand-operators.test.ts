import { createEmulator } from '@soracom-fixtures/emulator'
import { expect, test } from 'vitest'

const operators = 10_000

interface Account {
  readonly name: string
  readonly operatorId: string
  readonly headers: Readonly<Record<string, string>>
  imsi: string
  registrationSecret: string
}

test('ten thousand operators at once stay apart', async () => {
  const emulator = createEmulator({ seed: 'ten thousand', logSize: 0 })
  const send = async (method: string, path: string, body?: object, headers = {}) => {
    const reply = await emulator.handle({ method, url: `/v1${path}`, headers, body: body && JSON.stringify(body) })
    return { status: reply.status, body: reply.body === '' ? undefined : JSON.parse(reply.body) }
  }

  const all: Account[] = []
  for (let made = 0; made < operators; made += 1) {
    const name = `operator-${made}`
    const request = { email: `${name}@example.com`, password: 'Passw0rd', authKeyId: 'keyId-a', authKey: 'secret-a' }
    const { operatorId, apiKey, token } = (await send('POST', '/sandbox/init', request)).body
    const headers = { 'x-soracom-api-key': apiKey, 'x-soracom-token': token }
    all.push({ name, operatorId, headers, imsi: '', registrationSecret: '' })
  }

  // Each step by all of them before the next, so that all are in the middle of their work at once.
  await eachOf(all, async (one) => {
    const { imsi, registrationSecret } = (await send('POST', '/sandbox/subscribers/create', {}, one.headers)).body
    Object.assign(one, { imsi, registrationSecret })
  })
  await eachOf(all, async ({ name, headers, imsi, registrationSecret }) => {
    const body = { registrationSecret, tags: { name } }
    expect((await send('POST', `/subscribers/${imsi}/register`, body, headers)).status).toBe(200)
  })
  await eachOf(all, ({ name, headers }) => send('POST', '/groups', { tags: { name } }, headers))
  await eachOf(all, async ({ headers, imsi }) => {
    const dataTrafficStatsMap = { 's1.fast': { uploadByteSizeTotal: Number(imsi.slice(5)) } }
    const body = { unixtime: 1_700_000_000, dataTrafficStatsMap }
    expect((await send('POST', `/sandbox/stats/air/subscribers/${imsi}`, body, headers)).status).toBe(200)
  })

  expect(new Set(all.map(({ operatorId }) => operatorId)).size).toBe(operators)
  expect(new Set(all.map(({ imsi }) => imsi)).size).toBe(operators)
  await eachOf(all, async ({ name, operatorId, headers, imsi }, index) => {
    const [sims, groups, found] = await Promise.all(
      ['/subscribers', '/groups', `/query/sims?name=${name}`].map((path) => send('GET', path, undefined, headers)),
    )
    expect(sims?.body).toMatchObject([{ imsi, operatorId, tags: { name } }])
    expect(groups?.body).toMatchObject([{ operatorId, tags: { name } }])
    expect(found?.body).toMatchObject([{ simId: imsi, operatorId }])
    const span = 'from=1700000000&to=1700000000&period=day'
    const usage = await send('GET', `/stats/air/subscribers/${imsi}?${span}`, undefined, headers)
    expect(usage.body[0].dataTrafficStatsMap['s1.fast'].uploadByteSizeTotal).toBe(Number(imsi.slice(5)))
    const next = all[(index + 1) % operators]
    expect((await send('GET', `/subscribers/${next?.imsi}`, undefined, headers)).status).toBe(404)
    expect((await send('GET', `/operators/${next?.operatorId}`, undefined, headers)).status).toBe(400)
  })

  // Every other one goes; what is the others' stays.
  await eachOf(all, async ({ operatorId, headers }, index) => {
    if (index % 2 === 0) await send('DELETE', `/sandbox/operators/${operatorId}`, undefined, headers)
  })
  await eachOf(all, async ({ headers, imsi }, index) => {
    const { status } = await send('GET', `/subscribers/${imsi}`, undefined, headers)
    expect(status).toBe(index % 2 === 0 ? 401 : 200)
  })
  expect(emulator.counts().operatorsLeft).toBe(operators / 2)
}, 600_000)

async function eachOf(all: readonly Account[], work: (one: Account, index: number) => Promise<unknown>): Promise<void> {
  await Promise.all(all.map(work))
}
