import process from 'node:process'
import { createEmulator, type EmulatorApp } from '@soracom-fixtures/emulator'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const numRuns = Number(process.env.FUZZ_RUNS ?? 60)
const startMs = Date.UTC(2026, 10, 10)
const hourMs = 3_600_000

/** A SIM as the documents tell it, written down apart from the emulator's own rules. */
interface Model {
  readonly plan: string
  status: string
  isTerminationEnabled: boolean
  expiry: { readonly atMs: number; readonly action: string } | undefined
  nowMs: number
}

type Step =
  | { readonly kind: 'call'; readonly act: string; readonly api: 'subscribers' | 'sims' }
  | {
      readonly kind: 'expire'
      readonly afterHours: number
      readonly action: string
      readonly api: 'subscribers' | 'sims'
    }
  | { readonly kind: 'wait'; readonly hours: number }

const statusOf: Readonly<Record<string, string>> = {
  activate: 'active',
  deactivate: 'inactive',
  set_to_standby: 'standby',
  suspend: 'suspended',
  terminate: 'terminated',
}

const actionStatus: Readonly<Record<string, string>> = {
  deactivate: 'inactive',
  suspend: 'suspended',
  terminate: 'terminated',
}

// Whether the model lets a call be, with what it does to the model.
function callModel(model: Model, act: string): boolean {
  if (act === 'enable_termination' || act === 'disable_termination') {
    model.isTerminationEnabled = act === 'enable_termination'
    return true
  }
  if (act === 'unset_expiry_time') {
    model.expiry = undefined
    return true
  }
  const to = statusOf[act] ?? ''
  if (to === 'standby' && (model.plan === 'plan-D' || model.plan === 'plan-K')) return false
  if (model.status === to) return true
  if (model.status === 'terminated') return false
  if (to === 'terminated' && !model.isTerminationEnabled) return false
  model.status = to
  return true
}

function waitInModel(model: Model, hours: number): void {
  model.nowMs += hours * hourMs
  const { expiry } = model
  if (!expiry || expiry.atMs > model.nowMs || model.status === 'terminated') return
  // It is done once; the time stays to be read.
  model.expiry = { ...expiry, action: 'done' }
  model.status = actionStatus[expiry.action] ?? model.status
}

const api = fc.constantFrom('subscribers' as const, 'sims' as const)
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('call' as const),
      act: fc.constantFrom(...Object.keys(statusOf), 'enable_termination', 'disable_termination', 'unset_expiry_time'),
      api,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('expire' as const),
      afterHours: fc.integer({ min: 1, max: 5 }),
      action: fc.constantFrom('doNothing', 'deleteSession', 'deactivate', 'suspend', 'terminate'),
      api,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 4 }) }) },
)

test('a SIM is what the documents say after any sequence of calls and waits, through both APIs', async () => {
  const plan = fc.constantFrom('plan-D', 'plan-K', 'plan-K2', 'plan01s', 'planX3', 'plan-KM1')
  await fc.assert(
    fc.asyncProperty(plan, fc.array(steps, { minLength: 1, maxLength: 25 }), async (subscription, sequence) => {
      const sim = await openSim(subscription)
      const model: Model = {
        plan: subscription,
        status: 'ready',
        isTerminationEnabled: false,
        expiry: undefined,
        nowMs: startMs,
      }
      for (const step of sequence) {
        if (step.kind === 'wait') {
          await sim.wait(step.hours)
          waitInModel(model, step.hours)
        } else if (step.kind === 'call') {
          const isLet = callModel(model, step.act)
          expect(await sim.post(step.api, step.act), step.act).toBe(isLet ? 200 : 400)
        } else {
          const { afterHours, action } = step
          // Half an hour apart from every wait, so that the time that a run takes does not matter.
          const expiryTime = model.nowMs + afterHours * hourMs - hourMs / 2
          expect(await sim.post(step.api, 'set_expiry_time', { expiryTime, expiryAction: action })).toBe(200)
          model.expiry = { atMs: expiryTime, action }
        }
        expect(await sim.read()).toEqual({
          statuses: [model.status, model.status],
          terminationEnabled: model.isTerminationEnabled,
          expiryTime: model.expiry?.atMs ?? null,
        })
      }
    }),
    { numRuns },
  )
})

async function openSim(subscription: string) {
  const emulator = createEmulator({ seed: 'sim', startTime: startMs, logSize: 0 })
  const account = { email: 'a@example.com', password: 'Passw0rd' }
  const productionKey = { authKeyId: 'keyId-a', authKey: 'secret-a' }
  let headers = toHeaders(await json(emulator, {}, 'POST', '/sandbox/init', { ...account, ...productionKey }))
  const { imsi, registrationSecret } = await json(emulator, headers, 'POST', '/sandbox/subscribers/create', {
    subscription,
  })
  await json(emulator, headers, 'POST', `/subscribers/${imsi}/register`, { registrationSecret })
  return {
    async wait(hours: number) {
      emulator.clock.advance({ hours })
      headers = toHeaders(await json(emulator, {}, 'POST', '/auth', account))
    },
    async post(kind: 'subscribers' | 'sims', act: string, body?: unknown) {
      const url = `/v1/${kind}/${imsi}/${act}`
      const reply = await emulator.handle({ method: 'POST', url, headers, body: JSON.stringify(body) })
      return reply.status
    },
    async read() {
      const subscriber = await json(emulator, headers, 'GET', `/subscribers/${imsi}`)
      const { status } = await json(emulator, headers, 'GET', `/sims/${imsi}`)
      const { terminationEnabled, expiryTime } = subscriber
      return { statuses: [subscriber.status, status], terminationEnabled, expiryTime }
    },
  }
}

async function json(
  emulator: EmulatorApp,
  headers: Readonly<Record<string, string>>,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const reply = await emulator.handle({ method, url: `/v1${path}`, headers, body: JSON.stringify(body) })
  return JSON.parse(reply.body)
}

function toHeaders({ apiKey, token }: Readonly<Record<string, unknown>>): Record<string, string> {
  return { 'x-soracom-api-key': String(apiKey), 'x-soracom-token': String(token) }
}
