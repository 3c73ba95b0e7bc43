import { airStats, mib, operator, subscribers } from '@soracom-fixtures/core'
import { measureInTurn } from '../support/measure.mjs'
import { addActiveSims, timeScript } from '../support/script.mjs'
import { startEmulatorProcess } from '../support/start-server.mjs'
import { timeSession } from '../support/time-session.mjs'

export const title =
  '1 operator, 200 active SIMs, 200 stats; each call answered after 50 ms. ' +
  'script: the same 801 calls one after the other with got, once. chain: the 5 calls of the operator and one SIM.'

const at = Math.floor(Date.now() / 1000) - 86_400

export async function run() {
  const emulator = await startEmulatorProcess({ latencyMs: 50 })
  try {
    const runScript = (sims) => timeScript(emulator.endpoint, (own) => addActiveSims(own, sims, at))
    const [ours, chain] = await measureInTurn([() => runOurs(emulator.endpoint), () => runScript(1)], 7)
    const script = await runScript(200)
    return [
      { name: 'setup-200/script', ours, peer: script, ratio: script / ours, unit: 'ms', note: 'peer / ours' },
      {
        name: 'setup-200/chain',
        ours,
        peer: chain,
        ratio: ours / chain,
        unit: 'ms',
        note: 'ours / peer; 800 calls, 32 of them in flight at most, take 25 times a call at least',
      },
    ]
  } finally {
    await emulator.stop()
  }
}

function runOurs(endpoint) {
  const shop = operator()
  const meters = subscribers(200, { operator: shop, subscription: 'plan-D', status: 'active' })
  const usage = meters.map((subscriber) => airStats({ subscriber, at, traffic: { 's1.fast': { upload: mib(1) } } }))
  return timeSession(endpoint, { shop, meters, usage })
}
