// `soracom-fixtures/emulator`: what stands behind it is the emulator, under one name to remember.
export * from '@soracom-fixtures/emulator'
