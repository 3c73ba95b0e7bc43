import { beginLife } from './life.ts'
import type { Recorder } from './recorder.ts'
import { walkAccount, walkDeletion } from './walks/account.ts'
import { walkAccountSettings } from './walks/account-settings.ts'
import { walkBills } from './walks/bills.ts'
import { walkCredentials, walkDataEntries } from './walks/credentials-and-data.ts'
import { walkEventHandlers } from './walks/event-handlers.ts'
import { walkBillExports, walkExports } from './walks/exports.ts'
import { walkMail } from './walks/mail.ts'
import { walkManagedRoles } from './walks/managed-roles.ts'
import { walkOrders } from './walks/orders.ts'
import { walkPayments } from './walks/payments.ts'
import { walkPurchases } from './walks/purchases.ts'
import { walkSecondFactor } from './walks/second-factor.ts'
import { walkSignup, walkSignupErrors } from './walks/signup.ts'
import { walkSimVerbs } from './walks/sim-verbs.ts'
import { walkSimsAndGroups } from './walks/sims-and-groups.ts'
import { walkSimsInUse } from './walks/sims-in-use.ts'
import { walkSoralets } from './walks/soralets.ts'
import { walkSubscribers } from './walks/subscribers.ts'
import { walkTransfers } from './walks/transfers.ts'
import { walkUsage } from './walks/usage.ts'
import { walkUsers } from './walks/users.ts'
import { walkWithoutCredentials } from './walks/without-credentials.ts'

/** A life of an operator, or of two. */
export interface ContractLife {
  /** What is so, as the title of a test. */
  readonly title: string
  /** Why it can be walked through on the emulator alone. */
  readonly emulatorOnly?: string
  readonly live: (recorder: Recorder) => Promise<void>
}

const rateCard = 'what a bill comes to is known of the emulator alone, by its rate card'

/** The lives that are walked through, in this order. */
export const contractLives: readonly ContractLife[] = [
  {
    title: 'begins in five steps, as older clients do it',
    async live(recorder) {
      const life = await walkSignup(recorder, recorder.target.emailOf('steps'))
      await walkSignupErrors(recorder, life.email)
      await walkAccount(life)
      await walkDeletion(life)
    },
  },
  { title: 'needs credentials', live: walkWithoutCredentials },
  {
    title: 'has SIMs in every state',
    live: async (recorder) => walkSubscribers(await beginLife(recorder, 'subscribers', ['g'])),
  },
  {
    title: 'has SIMs by the newer API',
    live: async (recorder) => walkSimVerbs(await beginLife(recorder, 'sims', ['g'])),
  },
  {
    title: 'has groups, and finds its SIMs',
    live: async (recorder) => walkSimsAndGroups(await beginLife(recorder, 'groups', ['jp'])),
  },
  { title: 'orders SIMs', live: async (recorder) => walkOrders(await beginLife(recorder, 'orders', ['jp'])) },
  {
    title: 'has users and roles, and lets them do what they may',
    live: async (recorder) => walkUsers(await beginLife(recorder, 'users', ['jp'])),
  },
  {
    title: 'has roles that SORACOM manages',
    emulatorOnly: 'which roles SORACOM manages is not public; it is a setting of the emulator',
    live: async (recorder) => walkManagedRoles(await beginLife(recorder, 'roles', ['jp'])),
  },
  {
    title: 'has usage and coupons',
    live: async (recorder) => walkUsage(await beginLife(recorder, 'usage', ['jp']), Date.now()),
  },
  {
    title: 'has bills',
    emulatorOnly: rateCard,
    live: async (recorder) => walkBills(await beginLife(recorder, 'bills', ['jp']), Date.now()),
  },
  {
    title: 'exports its SIMs and its usage',
    live: async (recorder) => walkExports(await beginLife(recorder, 'exports', ['jp']), Date.now()),
  },
  {
    title: 'exports its bills',
    emulatorOnly: rateCard,
    live: async (recorder) => walkBillExports(await beginLife(recorder, 'bill-exports', ['jp']), Date.now()),
  },
  {
    title: 'has SIMs in use',
    live: async (recorder) => walkSimsInUse(await beginLife(recorder, 'use', ['jp', 'g'])),
  },
  {
    title: 'gives SIMs to another operator',
    async live(recorder) {
      const giver = await beginLife(recorder, 'giver', ['jp'])
      await walkTransfers(giver, await beginLife(recorder, 'taker', ['jp']))
    },
  },
  {
    title: 'buys coupons and discounts',
    live: async (recorder) => walkPurchases(await beginLife(recorder, 'purchases', ['jp'])),
  },
  {
    title: 'pays its bills',
    emulatorOnly: rateCard,
    live: async (recorder) => walkPayments(await beginLife(recorder, 'payments', ['jp']), Date.now()),
  },
  {
    title: 'gets mails with tokens',
    emulatorOnly: "what goes out by mail is read at a path of the emulator's own",
    live: async (recorder) => walkMail(await beginLife(recorder, 'mail', ['jp'])),
  },
  {
    title: 'has a second factor',
    live: async (recorder) => walkSecondFactor(await beginLife(recorder, 'factor', ['jp'])),
  },
  {
    title: 'has contracts, logs and a summary',
    live: async (recorder) => walkAccountSettings(await beginLife(recorder, 'settings', ['jp'])),
  },
  {
    title: 'has event handlers, credentials, Soralets and data',
    async live(recorder) {
      const life = await beginLife(recorder, 'handlers', ['jp'])
      await walkEventHandlers(life)
      await walkCredentials(life)
      await walkSoralets(life)
      await walkDataEntries(life)
    },
  },
]
