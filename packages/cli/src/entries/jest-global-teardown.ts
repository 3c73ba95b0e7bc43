import teardown from '@soracom-fixtures/jest/global-teardown'

// With a type of its own: a declaration for CommonJS that passes a default on needs `esModuleInterop` where it is read.
const globalTeardown: (config?: { readonly bail?: number }) => Promise<void> = teardown

/** `soracom-fixtures/jest/global-teardown` */
export default globalTeardown
