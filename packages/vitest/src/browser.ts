// What a browser gets in the place of this package (the condition `browser` of its exports): the same names, each of which
// says that fixtures are not made there. Without it, the first import of a module of Node fails, and tells nobody why.
// Tests in Node get it too where a configuration has that condition, as is usual with Svelte: there it is the package.

const message =
  'soracom-fixtures/vitest was called in a browser (the browser mode of Vitest), and fixtures are made in Node. Put the ' +
  'files that use fixtures into a project without `browser` (test.projects), or make the set in a global setup of yours ' +
  'and hand what the browser needs to it by provide() and inject().'

const isNode = typeof globalThis.process?.versions?.node === 'string'
const real: Partial<typeof import('./index.ts')> = isNode ? await import('./index.ts') : {}

function refuse(): never {
  throw new Error(message)
}

export const airStats: unknown = real.airStats ?? refuse
export const beamStats: unknown = real.beamStats ?? refuse
export const coupon: unknown = real.coupon ?? refuse
export const defineConfig: unknown = real.defineConfig ?? refuse
export const defineFixtures: unknown = real.defineFixtures ?? refuse
export const defineResource: unknown = real.defineResource ?? refuse
export const emulatorClock: unknown = real.emulatorClock ?? refuse
export const eventually: unknown = real.eventually ?? refuse
export const FixtureError: unknown = real.FixtureError ?? refuse
export const FixtureJournalError: unknown = real.FixtureJournalError ?? refuse
export const FixtureNotReadyError: unknown = real.FixtureNotReadyError ?? refuse
export const FixturePlanError: unknown = real.FixturePlanError ?? refuse
export const FixtureRunError: unknown = real.FixtureRunError ?? refuse
export const FixtureSetupError: unknown = real.FixtureSetupError ?? refuse
export const fixturesTest: unknown = real.fixturesTest ?? refuse
export const FixtureTeardownError: unknown = real.FixtureTeardownError ?? refuse
export const FixtureTimeoutError: unknown = real.FixtureTimeoutError ?? refuse
export const FixtureWaitError: unknown = real.FixtureWaitError ?? refuse
export const gb: unknown = real.gb ?? refuse
export const gib: unknown = real.gib ?? refuse
export const group: unknown = real.group ?? refuse
export const isDeclaration: unknown = real.isDeclaration ?? refuse
export const kb: unknown = real.kb ?? refuse
export const kib: unknown = real.kib ?? refuse
export const mb: unknown = real.mb ?? refuse
export const mib: unknown = real.mib ?? refuse
export const operator: unknown = real.operator ?? refuse
export const order: unknown = real.order ?? refuse
export const subscriber: unknown = real.subscriber ?? refuse
export const subscriberOfOrder: unknown = real.subscriberOfOrder ?? refuse
export const subscribers: unknown = real.subscribers ?? refuse
export const theOperator: unknown = real.theOperator ?? refuse
export const usageWorth: unknown = real.usageWorth ?? refuse
export const useFixtures: unknown = real.useFixtures ?? refuse
