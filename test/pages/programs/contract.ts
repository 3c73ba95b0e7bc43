import { defineRateCard, startEmulator } from 'soracom-fixtures/emulator'

const contract = defineRateCard({
  name: 'contract of 2026',
  source: 'our contract',
  asOf: '2026-04',
  bundleFees: [
    {
      bundle: 'D-500MB',
      price: 300,
      includedBytes: 500 * 1024 ** 2,
      overage: { price: 0.5, perBytes: 1024 ** 2, unitBytes: 1024 ** 2 },
    },
  ],
})
await using emulator = await startEmulator({ rateCard: contract })
console.log(emulator.endpoint)
