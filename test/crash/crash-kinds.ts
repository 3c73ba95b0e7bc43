/** What a test file of a project does; the same under each runner. */
export interface CrashKind {
  readonly name: string
  /** Test files without their imports, by name. */
  readonly files: Readonly<Record<string, string>>
  /** Whether its files read a run-wide set, `shared`. */
  readonly ofRun?: boolean
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** About how many calls it makes when nothing happens to it. */
  readonly calls: number
}

const plain = `
const shop = operator()
const fx = useFixtures({ shop, meters: subscribers(2, { operator: shop }), fleet: group({ operator: shop }) })
test('reads', async () => {
  for (let round = 0; round < 3; round += 1) await fx.shop.client.operators.get(fx.shop.operatorId)
})
test('reads again', async () => {
  expect((await fx.shop.client.subscribers.get(fx.meters[0].imsi)).imsi).toBe(fx.meters[0].imsi)
})
`

const forEachTest = `
const fx = useFixtures({ shop: operator(), other: operator({ signup: 'stepwise' }) }, { scope: 'test' })
test.each([1, 2, 3])('has its own %i', async () => {
  await fx.shop.client.operators.get(fx.shop.operatorId)
})
`

const ofRun = `
const fx = useFixtures(shared)
const own = useFixtures({ shop: operator() })
test('reads what is shared', async () => {
  await fx.common.client.operators.get(fx.common.operatorId)
  await own.shop.client.operators.get(own.shop.operatorId)
})
`

const exits = `
const fx = useFixtures({ shop: operator(), more: [operator(), operator()] })
test('exits', () => { process.exit(3) })
test('comes after it', async () => { await fx.shop.client.operators.get(fx.shop.operatorId) })
`

const usesAllMemory = `
const fx = useFixtures({ shop: operator(), more: operator() })
test('uses all memory', async () => {
  await fx.shop.client.operators.get(fx.shop.operatorId)
  const held = []
  for (;;) held.push(new Array(100_000).fill(held.length + 0.5))
})
`

const hookTimesOut = `
const fx = useFixtures({ shop: operator() })
beforeAll(async () => { await fx.shop.client.operators.get(fx.shop.operatorId); await new Promise(() => {}) }, 200)
test('never runs', () => {})
`

const setupTimesOut = `
const fx = useFixtures({ shop: operator(), cards: order({ items: [{ productCode: '4573326590013' }] }) }, { setupTimeoutMs: 30 })
test('never runs', () => {})
`

const fails = `
const fx = useFixtures({ shop: operator() })
test('fails', () => { expect(fx.shop.operatorId).toBe('') })
`

/** What is drawn from. */
export const crashKinds: readonly CrashKind[] = [
  { name: 'three files', files: { a: plain, b: plain, c: plain }, calls: 28 },
  { name: 'a set for each test', files: { a: forEachTest, b: plain }, calls: 40 },
  { name: 'a run-wide set', files: { a: ofRun, b: ofRun, c: plain }, ofRun: true, calls: 16 },
  { name: 'process.exit', files: { a: exits, b: plain }, calls: 14 },
  {
    name: 'out of memory',
    files: { a: usesAllMemory, b: plain },
    // Small, so that it is full soon and nobody else's is taken.
    env: { NODE_OPTIONS: '--max-old-space-size=200' },
    calls: 14,
  },
  { name: 'a hook that times out', files: { a: hookTimesOut, b: plain }, calls: 11 },
  { name: 'a setup that times out', files: { a: setupTimesOut, b: plain }, calls: 8 },
  { name: 'bail', files: { a: fails, b: plain, c: plain }, args: ['--bail=1'], calls: 20 },
]
