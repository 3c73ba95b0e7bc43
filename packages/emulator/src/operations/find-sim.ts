import type { OperatorState } from '../state/operator.ts'
import type { SimState } from '../state/sim.ts'
import { findByImsi } from '../state/sim-table.ts'
import type { World } from '../state/world.ts'
import { notFound } from './api-failure.ts'

/** A SIM of an operator by its IMSI; 404 for one that is unknown, another's, or registered to nobody. */
export function findSim(world: World, operator: OperatorState, imsi: string): SimState {
  const sim = findByImsi(world, imsi)
  if (sim?.operatorId !== operator.operatorId) throw notFound('subscriber', imsi)
  return sim
}
