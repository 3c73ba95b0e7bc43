/**
 * The engine of the bills, imported with the first seed only. A file of its own: the CommonJS build makes its import a
 * `require`, which works inside Jest, where an `import()` of a package does not.
 */
export { billUsage } from '@soracom-fixtures/emulator/billing'
