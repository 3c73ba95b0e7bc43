// What stands in a test file that makes an operator and a SIM of it: with fixtures, and by hand with got. Each notes how
// long its import took, and how long it took from its first line until its first test ran.

/** A test file of a kind; `load` is how it imports, and `setUp` what it writes below. */
export function testFile({ kind, load, from, setUp = '', head = '' }) {
  return `${head}
const startedMs = performance.now()
const imported = ${load}(${JSON.stringify(from)})
const importMs = performance.now() - startedMs
${setUp}
test('is ready', () => {
  const figures = { kind: ${JSON.stringify(kind)}, importMs, readyMs: performance.now() - startedMs }
  appendFileSync(process.env.BENCH_OUT, JSON.stringify(figures) + '\\n')
})
`
}

/** Below the import of an adapter. */
export const withFixtures = `
const { operator, subscriber, useFixtures } = imported
const shop = operator()
useFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) })
`

/** Below the import of got: the same calls. */
export const byHand = `
const api = imported.default.extend({
  prefixUrl: process.env.SORACOM_FIXTURES_TARGET + '/v1',
  responseType: 'json',
  retry: { limit: 0 },
})
let own
let operatorId
beforeAll(async () => {
  const signedUp = await api.post('sandbox/init', { json: {
    email: 'bench-' + crypto.randomUUID() + '@example.com',
    password: 'passwordA1',
    authKeyId: 'keyId-bench',
    authKey: 'secret-bench',
    coverageTypes: ['jp'],
    registerPaymentMethod: true,
  } }).json()
  operatorId = signedUp.operatorId
  own = api.extend({ headers: { 'x-soracom-api-key': signedUp.apiKey, 'x-soracom-token': signedUp.token } })
  const sim = await own.post('sandbox/subscribers/create', { json: { subscription: 'plan-D' } }).json()
  await own.post('subscribers/' + sim.imsi + '/register', { json: { registrationSecret: sim.registrationSecret } })
})
afterAll(async () => {
  await own.delete('sandbox/operators/' + operatorId)
})
`
