// `soracom-fixtures/vitest` in a browser: what the package for Vitest has there.
export * from '@soracom-fixtures/vitest'
