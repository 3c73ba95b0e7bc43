import { importsOfJest } from '../runners.ts'

/** The global setup and teardown, as a configuration of Jest names them. */
export const ourGlobals = {
  globalSetup: '@soracom-fixtures/jest/global-setup',
  globalTeardown: '@soracom-fixtures/jest/global-teardown',
}

/** A configuration that has them. */
export const withGlobals = { 'jest.config.json': JSON.stringify({ transform: {}, ...ourGlobals }) }

/** A configuration file with a run-wide set. */
export const store = {
  'soracom-fixtures.config.js': `
    const { defineFixtures, operator, subscriber } = require('@soracom-fixtures/jest')
    const shop = operator()
    exports.store = defineFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) }, { scope: 'run' })
  `,
}

/** The first lines of a test file that uses it. */
export const useStore = `${importsOfJest}
const { store } = require('./soracom-fixtures.config.js')
const fx = useFixtures(store)
`
