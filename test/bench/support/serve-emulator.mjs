import process from 'node:process'
import { startEmulator } from '@soracom-fixtures/emulator'

const { endpoint } = await startEmulator({ latencyMs: Number(process.argv[2] ?? 0) })
console.log(endpoint)
