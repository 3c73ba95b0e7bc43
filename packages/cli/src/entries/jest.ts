// `soracom-fixtures/jest`: what stands behind it is the package for Jest, under one name to remember.
export * from '@soracom-fixtures/jest'
