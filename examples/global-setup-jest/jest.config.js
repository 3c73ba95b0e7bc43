module.exports = {
  globalSetup: 'soracom-fixtures/jest/global-setup',
  globalTeardown: 'soracom-fixtures/jest/global-teardown',
  setupFilesAfterEnv: ['soracom-fixtures/jest/matchers'],
}
