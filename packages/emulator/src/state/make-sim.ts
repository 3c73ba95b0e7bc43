import type { Subscription } from '@soracom-fixtures/api'
import { toDefaultSpeedClass } from '../rules/default-speed-class.ts'
import { virtualSubscription } from '../rules/plan-rules.ts'
import type { OperatorState } from './operator.ts'
import { registerSim } from './register-sim.ts'
import { createSim, type NewSim, type SimState } from './sim.ts'
import { toSimNumbers } from './sim-numbers.ts'
import { putSim, takeFreeNumber } from './sim-table.ts'
import type { World } from './world.ts'

/** Makes a SIM that belongs to nobody until it is registered. Its maker's deletion takes it along. */
export function makeSim(
  world: World,
  maker: OperatorState,
  { subscription, bundles }: { readonly subscription: Subscription; readonly bundles: readonly string[] },
): SimState {
  const sim = addSim(world, {
    type: 'uicc',
    serialNumber: world.ids.digits(13, 'TS'),
    registrationSecret: world.ids.digits(5),
    moduleType: 'nano',
    arcPublicKey: null,
    subscription,
    speedClass: toDefaultSpeedClass(subscription),
    bundles,
    status: 'ready',
  })
  maker.madeImsis.push(sim.imsi)
  return sim
}

/** Makes a virtual SIM. It has no card to register with a secret: it is its operator's, and active, from the beginning. */
export function makeVirtualSim(world: World, operator: OperatorState, arcPublicKey: string): SimState {
  const sim = addSim(world, {
    type: 'virtual',
    serialNumber: null,
    registrationSecret: undefined,
    moduleType: 'virtual',
    arcPublicKey,
    subscription: virtualSubscription,
    speedClass: toDefaultSpeedClass(virtualSubscription),
    bundles: [],
    status: 'active',
  })
  registerSim(operator, sim, sim.createdMs)
  return sim
}

function addSim(world: World, made: NewSim): SimState {
  const { ids, sims } = world
  const number = takeFreeNumber(sims)
  const { imsi, msisdn } = toSimNumbers(number)
  const [high, low] = [ids.number(65_536), ids.number(254)]
  const ipAddress = `10.${high >> 8}.${high & 255}.${1 + low}`
  const sim = createSim(made, { imsi, msisdn, ipAddress, createdMs: world.clock.now() })
  putSim(sims, number, sim)
  return sim
}
