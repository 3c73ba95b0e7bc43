import process from 'node:process'
import { createClient } from '@soracom-fixtures/client'
import { resolveConfiguration } from '@soracom-fixtures/core/engine'
import { startEmulator } from 'soracom-fixtures/emulator'
import { expect, test, vi } from 'vitest'

test('an emulator is started from a program', async () => {
  expect(await printedBy(() => import('./programs/start-emulator.ts'))).toEqual([[0]])
})

test('an emulator makes faults', async () => {
  expect(await printedBy(() => import('./programs/make-faults.ts'))).toEqual([[0]])
})

test('an emulator bills by a contract', async () => {
  const [[endpoint] = []] = await printedBy(() => import('./programs/contract.ts'))
  expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

test('a configuration names a store of the journal', async () => {
  const { default: overrides } = await import('./programs/journal-store.ts')
  const { journalStore } = await resolveConfiguration({ overrides, env: {} })
  expect(journalStore).toMatchObject({ driver: 's3', options: { bucket: 'fixtures' } })
})

test('the client activates a SIM and lists it', async () => {
  await using emulator = await startEmulator()
  vi.stubEnv('SORACOM_ENDPOINT', emulator.endpoint)
  const account = { email: 'a@example.com', password: 'Abcdefg1', authKeyId: 'keyId-any', authKey: 'secret-any' }
  await createClient({ endpoint: emulator.endpoint }).sandbox.initializeOperator(account)
  const activated = await printedBy(() => import('./programs/activate-sim.ts'))
  expect(activated).toEqual([[expect.stringMatching(/^\d{15}$/)]])
  expect(await printedBy(() => import('./programs/list-sims.ts'))).toEqual(activated)
})

// Runs a program in this process, and gives what it printed: the arguments of each console.log.
async function printedBy(program: () => Promise<unknown>): Promise<unknown[][]> {
  const endpoint = process.env.SORACOM_ENDPOINT
  const log = vi.spyOn(console, 'log').mockReturnValue()
  try {
    await program()
    return [...log.mock.calls]
  } finally {
    log.mockRestore()
    if (endpoint === undefined) delete process.env.SORACOM_ENDPOINT
    else process.env.SORACOM_ENDPOINT = endpoint
  }
}
