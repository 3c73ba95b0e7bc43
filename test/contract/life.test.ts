import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toCoverageLine } from './coverage.ts'
import { documentsFolder, openDocuments } from './documents.ts'
import { isKnown, knownDifferences } from './known-differences.ts'
import { addSim, beginLife } from './life.ts'
import { differencesFromOwn, readOwnDocument } from './own-document.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { walkAccount, walkDeletion } from './walks/account.ts'
import { walkAccountSettings } from './walks/account-settings.ts'
import { walkCredentials, walkDataEntries } from './walks/credentials-and-data.ts'
import { walkEventHandlers } from './walks/event-handlers.ts'
import { walkExports } from './walks/exports.ts'
import { walkMail } from './walks/mail.ts'
import { walkOrders } from './walks/orders.ts'
import { walkPurchases } from './walks/purchases.ts'
import { walkSecondFactor } from './walks/second-factor.ts'
import { walkSignup, walkSignupErrors } from './walks/signup.ts'
import { walkSimsAndGroups } from './walks/sims-and-groups.ts'
import { walkSimsInUse } from './walks/sims-in-use.ts'
import { walkSoralets } from './walks/soralets.ts'
import { walkStatsAndBills } from './walks/stats-and-bills.ts'
import { walkSubscribers } from './walks/subscribers.ts'
import { walkTransfers } from './walks/transfers.ts'
import { managedRoles, walkUsers } from './walks/users.ts'
import { walkTheRest, walkWithoutCredentials } from './walks/without-credentials.ts'

const documents = await openDocuments()
if (!documents) console.log(`contract: skipped, there are no published documents at ${documentsFolder}`)

describe.skipIf(!documents)('a life of an operator, as the published documents describe it', () => {
  let emulator: Emulator | undefined
  let recorder: Recorder

  beforeAll(async () => {
    emulator = await startEmulator({ settings: { soracomManagedRoles: managedRoles } })
    recorder = createRecorder(documents ?? new Map(), emulator.endpoint)
  })

  afterAll(async () => {
    if (recorder) console.log(toCoverageLine(recorder.coverage))
    await emulator?.close()
  })

  test('begins in five steps, as older clients do it', async () => {
    const life = await walkSignup(recorder, 'steps@example.com')
    await walkSignupErrors(recorder, 'steps@example.com')
    await walkAccount(life)
    await walkDeletion(life)
  })

  test('needs credentials', () => walkWithoutCredentials(recorder))

  test('has SIMs in every state', async () => {
    await walkSubscribers(await beginLife(recorder, 'subscribers@example.com', ['g']))
  })

  test('has groups, and finds its SIMs', async () => {
    await walkSimsAndGroups(await beginLife(recorder, 'groups@example.com', ['jp']))
  })

  test('orders SIMs', async () => {
    await walkOrders(await beginLife(recorder, 'orders@example.com', ['jp']))
  })

  test('has users and roles, and lets them do what they may', async () => {
    await walkUsers(await beginLife(recorder, 'users@example.com', ['jp']))
  })

  test('has usage, coupons and bills', async () => {
    await walkStatsAndBills(await beginLife(recorder, 'bills@example.com', ['jp']), Date.now())
  })

  test('exports its SIMs, usage and bills', async () => {
    await walkExports(await beginLife(recorder, 'exports@example.com', ['jp']), Date.now())
  })

  test('has SIMs in use', async () => {
    await walkSimsInUse(await beginLife(recorder, 'use@example.com', ['jp', 'g']))
  })

  test('gives SIMs to another operator', async () => {
    const giver = await beginLife(recorder, 'giver@example.com', ['jp'])
    await walkTransfers(giver, await beginLife(recorder, 'taker@example.com', ['jp']))
  })

  test('buys coupons and discounts, and pays', async () => {
    await walkPurchases(await beginLife(recorder, 'purchases@example.com', ['jp']), Date.now())
  })

  test('gets mails with tokens, and has a second factor', async () => {
    const life = await beginLife(recorder, 'mail@example.com', ['jp'])
    await walkMail(life, emulator?.endpoint ?? '')
    await walkSecondFactor(life)
  })

  test('has contracts, logs and a summary', async () => {
    await walkAccountSettings(await beginLife(recorder, 'settings@example.com', ['jp']))
  })

  test('has event handlers, credentials, Soralets and data', async () => {
    const life = await beginLife(recorder, 'handlers@example.com', ['jp'])
    await walkEventHandlers(life)
    await walkCredentials(life)
    await walkSoralets(life)
    await walkDataEntries(life)
  })

  test('has no other answer where the emulator does more than is walked through here', async () => {
    const life = await beginLife(recorder, 'rest@example.com', ['jp'])
    const imsi = await addSim(life, 'plan-D')
    const { groupId } = (await life.call('createGroup', { body: {} })).body
    const params = { operator_id: life.operatorId, imsi, sim_id: imsi, group_id: groupId, namespace: 'SoracomAir' }
    await walkTheRest(recorder, life.call, params)
  })

  test('answers what the document that the emulator gives of itself says', async () => {
    expect(differencesFromOwn(await readOwnDocument(), recorder.answers)).toEqual([])
  })

  test('differs from the documents in known ways only', () => {
    const unknown = recorder.differences.filter(
      (difference) => !knownDifferences.some((known) => isKnown(difference, known)),
    )
    expect([...new Set(unknown.map(({ operationId, what }) => `${operationId}: ${what}`))].sort()).toEqual([])
  })

  test('meets each known difference', () => {
    const stale = knownDifferences.filter(
      (known) => !recorder.differences.some((difference) => isKnown(difference, known)),
    )
    expect(stale).toEqual([])
  })
})
