// A file of its own, imported with the first call, as start-emulator.ts is.
export { callEmulator } from '@soracom-fixtures/client'
