import { createRequire } from 'node:module'

/** The version of this command, from its package.json. */
export const version: string = createRequire(import.meta.url)('soracom-fixtures/package.json').version
