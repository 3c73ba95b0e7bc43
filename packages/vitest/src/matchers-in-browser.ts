import { fixturesTest } from './browser.ts'

// Imported for what it does, as the matchers are.
if (typeof globalThis.process?.versions?.node === 'string') await import('./matchers.ts')
else (fixturesTest as () => never)()
