import { startEmulator } from 'soracom-fixtures/emulator'

await using emulator = await startEmulator({ consistency: { index: { lagMs: 15_000 } } })
emulator.faults.add({ kind: 'reset', operation: 'sandboxShipOrder', when: 'after', count: 1 })
console.log(emulator.log({ operationId: 'sandboxShipOrder' }).length)
