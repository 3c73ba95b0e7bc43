// A file of its own, imported only when an emulator is started: the CommonJS build makes that a `require`, which works
// inside Jest, where an `import()` of another package does not.
export { startEmulator } from '@soracom-fixtures/emulator'
