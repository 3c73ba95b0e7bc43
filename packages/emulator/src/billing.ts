// The engine of the bills without the emulator around it, for those who want to know what usage will cost.

export { billUsage, type Usage, type UsageAmounts } from './rules/billing/bill-usage.ts'
