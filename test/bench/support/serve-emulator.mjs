import process from 'node:process'
import { startEmulator } from '@soracom-fixtures/emulator'

const [latencyMs = 0, callsPerMinute] = process.argv.slice(2).map(Number)
const rateLimit = callsPerMinute ? { limit: callsPerMinute, perSeconds: 60 } : undefined
const { endpoint } = await startEmulator({ latencyMs, ...(rateLimit ? { rateLimit } : {}) })
console.log(endpoint)
