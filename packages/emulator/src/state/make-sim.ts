import type { Subscription } from '@soracom-fixtures/api'
import { toDefaultSpeedClass } from '../rules/default-speed-class.ts'
import type { OperatorState } from './operator.ts'
import { createSim, type SimState } from './sim.ts'
import type { World } from './world.ts'

/** Makes a SIM that belongs to nobody until it is registered. Its maker's deletion takes it along. */
export function makeSim(
  world: World,
  maker: OperatorState,
  { subscription, bundles }: { readonly subscription: Subscription; readonly bundles: readonly string[] },
): SimState {
  const { ids } = world
  // Formats as the sandbox was seen to give them.
  const imsi = freeId(world.sims, () => `00101${ids.digits(10)}`)
  const msisdn = freeId(world.imsisByMsisdn, () => `999${ids.digits(9)}`)
  const sim = createSim({
    imsi,
    msisdn,
    serialNumber: `TS${ids.digits(13)}`,
    registrationSecret: ids.digits(5),
    moduleType: 'nano',
    ipAddress: `10.${ids.number(256)}.${ids.number(256)}.${1 + ids.number(254)}`,
    subscription,
    createdMs: world.clock.now(),
    speedClass: toDefaultSpeedClass(subscription),
    bundles,
  })
  world.sims.set(imsi, sim)
  world.imsisByMsisdn.set(msisdn, imsi)
  maker.madeImsis.add(imsi)
  return sim
}

function freeId(taken: ReadonlyMap<string, unknown>, next: () => string): string {
  for (;;) {
    const id = next()
    if (!taken.has(id)) return id
  }
}
