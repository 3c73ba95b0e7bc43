import setup from '@soracom-fixtures/jest/global-setup'

// With a type of its own: a declaration for CommonJS that passes a default on needs `esModuleInterop` where it is read.
const globalSetup: (config: unknown, project?: { readonly rootDir?: string }) => Promise<void> = setup

/** `soracom-fixtures/jest/global-setup` */
export default globalSetup
