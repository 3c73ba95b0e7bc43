import process from 'node:process'
import { startEmulator } from 'soracom-fixtures/emulator'

await using emulator = await startEmulator({ startTime: '2026-11-01T00:00:00Z', seed: 'ids' })
process.env.SORACOM_ENDPOINT = emulator.endpoint
emulator.clock.advance({ days: 3 })
console.log(emulator.counts().operatorsLeft)
