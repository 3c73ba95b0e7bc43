// `soracom-fixtures/emulator/billing`
export * from '@soracom-fixtures/emulator/billing'
