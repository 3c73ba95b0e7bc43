import type { ExpiryTimeRequest, Sim, TagUpdateRequest, UpdateSpeedClassRequest } from '@soracom-fixtures/api'
import type { Call } from './call.ts'
import { paginate } from './paginate.ts'

/** SIMs by their SIM ID: the same SIMs as `subscribers`, as the newer API shows them. */
export function simCalls(call: Call) {
  const change = async (operationId: string, simId: string, action: string, body?: unknown) => {
    const path = `/sims/{simId}/${action}`
    return (await call<Sim>({ operationId, method: 'POST', path, params: { simId }, body, repeat: 'safe' })).value
  }
  return {
    /** Goes through the SIMs of the operator. */
    list(filter: { readonly limit?: number } = {}): AsyncIterable<Sim> {
      return paginate<Sim[], Sim>(
        call,
        { operationId: 'listSims', method: 'GET', path: '/sims', query: { ...filter }, repeat: 'safe' },
        (page) => page,
      )
    },
    /** Reads a SIM. Refused with 404 where it is not the operator's. */
    async get(simId: string): Promise<Sim> {
      return (
        await call<Sim>({
          operationId: 'getSim',
          method: 'GET',
          path: '/sims/{simId}',
          params: { simId },
          repeat: 'safe',
        })
      ).value
    },
    /** Registers a SIM to the operator. Not repeated when its answer is lost. */
    async register(simId: string, registrationSecret: string): Promise<Sim> {
      return (
        await call<Sim>({
          operationId: 'registerSim',
          method: 'POST',
          path: '/sims/{simId}/register',
          params: { simId },
          body: { registrationSecret },
          repeat: 'unsafe',
        })
      ).value
    },
    /** Brings it to status active. */
    async activate(simId: string): Promise<Sim> {
      return await change('activateSim', simId, 'activate')
    },
    /** Brings it to status inactive. */
    async deactivate(simId: string): Promise<Sim> {
      return await change('deactivateSim', simId, 'deactivate')
    },
    /** Brings it to status standby, which plan-D and plan-K do not have. */
    async setToStandby(simId: string): Promise<Sim> {
      return await change('setSimToStandby', simId, 'set_to_standby')
    },
    /** Brings it to status suspended. */
    async suspend(simId: string): Promise<Sim> {
      return await change('suspendSim', simId, 'suspend')
    },
    /** Lets it be terminated. */
    async enableTermination(simId: string): Promise<Sim> {
      return await change('enableSimTermination', simId, 'enable_termination')
    },
    /** Keeps it from being terminated. */
    async disableTermination(simId: string): Promise<Sim> {
      return await change('disableSimTermination', simId, 'disable_termination')
    },
    /** Ends it for good; termination must be enabled first. Not repeated when its answer is lost. */
    async terminate(simId: string): Promise<Sim> {
      return (
        await call<Sim>({
          operationId: 'terminateSim',
          method: 'POST',
          path: '/sims/{simId}/terminate',
          params: { simId },
          repeat: 'unsafe',
        })
      ).value
    },
    /** Says when it expires (UNIX milliseconds), and what happens then. */
    async setExpiryTime(simId: string, body: ExpiryTimeRequest): Promise<Sim> {
      return await change('setSimExpiryTime', simId, 'set_expiry_time', body)
    },
    /** Takes its expiry away. */
    async unsetExpiryTime(simId: string): Promise<Sim> {
      return await change('unsetSimExpiryTime', simId, 'unset_expiry_time')
    },
    /** Puts it into a group. */
    async setGroup(simId: string, groupId: string): Promise<Sim> {
      return await change('setSimGroup', simId, 'set_group', { groupId })
    },
    /** Takes it out of its group. */
    async unsetGroup(simId: string): Promise<Sim> {
      return await change('unsetSimGroup', simId, 'unset_group')
    },
    /** Changes its speed class, to one that its plan has. */
    async updateSpeedClass(simId: string, body: UpdateSpeedClassRequest): Promise<Sim> {
      return await change('updateSimSpeedClass', simId, 'update_speed_class', body)
    },
    /** Adds tags and changes those of the same name. */
    async putTags(simId: string, body: readonly TagUpdateRequest[]): Promise<Sim> {
      return (
        await call<Sim>({
          operationId: 'putSimTags',
          method: 'PUT',
          path: '/sims/{simId}/tags',
          params: { simId },
          body,
          repeat: 'safe',
        })
      ).value
    },
    /** Deletes a tag. */
    async deleteTag(simId: string, tagName: string): Promise<void> {
      await call({
        operationId: 'deleteSimTag',
        method: 'DELETE',
        path: '/sims/{simId}/tags/{tagName}',
        params: { simId, tagName },
        repeat: 'safe',
        answer: 'none',
      })
    },
  }
}
