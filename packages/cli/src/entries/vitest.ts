// `soracom-fixtures/vitest`: what stands behind it is the package for Vitest, under one name to remember.
export * from '@soracom-fixtures/vitest'
