import { registerSubscriberRequestSchema } from '@soracom-fixtures/api/schemas'
import { noteIndexChange } from '../state/lagging-index.ts'
import { moveToGroup, registerSim } from '../state/register-sim.ts'
import type { SimState } from '../state/sim.ts'
import { findByImsi } from '../state/sim-table.ts'
import { withTags } from '../state/tags.ts'
import { ApiFailure, notFound } from './api-failure.ts'
import { findGroup } from './find-group.ts'
import type { OperatorContext } from './operation.ts'
import { readBody } from './read-body.ts'

/** Makes a SIM the operator's, by the secret that came with it, with the group and the tags of the request. */
export function registerWithSecret({ world, operator, body, nowMs }: OperatorContext, imsi: string): SimState {
  const { registrationSecret, groupId, tags } = readBody(registerSubscriberRequestSchema, body)
  const sim = findByImsi(world, imsi)
  if (!sim) throw notFound('subscriber', imsi)
  if (sim.operatorId !== undefined) throw new ApiFailure('EMU0010', [imsi])
  if (sim.registrationSecret !== registrationSecret) throw new ApiFailure('EMU0009', [imsi])
  // The Go client sends an empty text for no group.
  const group = groupId ? findGroup(operator, groupId) : undefined
  noteIndexChange(world, sim, nowMs)
  if (tags) sim.tags = withTags(sim.tags, Object.entries(tags))
  if (group) moveToGroup(operator, sim, group.groupId, nowMs)
  registerSim(operator, sim, nowMs)
  return sim
}
