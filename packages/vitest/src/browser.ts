// What a browser gets in the place of this package (the condition `browser` of its exports): the same names, each of which
// says that fixtures are not made there. Without it, the first import of a module of Node fails, and tells nobody why.

const message =
  '@soracom-fixtures/vitest was called in a browser (the browser mode of Vitest), and fixtures are made in Node. Put the ' +
  'files that use fixtures into a project without `browser` (test.projects), or make the set in a global setup of yours ' +
  'and hand what the browser needs to it by provide() and inject().'

function refuse(): never {
  throw new Error(message)
}

export {
  refuse as FixtureError,
  refuse as FixtureNotReadyError,
  refuse as FixturePlanError,
  refuse as FixtureRunError,
  refuse as FixtureSetupError,
  refuse as FixtureTeardownError,
  refuse as FixtureTimeoutError,
  refuse as FixtureWaitError,
  refuse as airStats,
  refuse as beamStats,
  refuse as coupon,
  refuse as defineConfig,
  refuse as defineFixtures,
  refuse as defineResource,
  refuse as emulatorClock,
  refuse as eventually,
  refuse as fixturesTest,
  refuse as gb,
  refuse as gib,
  refuse as group,
  refuse as isDeclaration,
  refuse as kb,
  refuse as kib,
  refuse as mb,
  refuse as mib,
  refuse as operator,
  refuse as order,
  refuse as subscriber,
  refuse as subscriberOfOrder,
  refuse as subscribers,
  refuse as theOperator,
  refuse as usageWorth,
  refuse as useFixtures,
}
