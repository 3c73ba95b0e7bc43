import type { Sim } from '@soracom-fixtures/api'
import type { Call } from './call.ts'
import { paginate } from './paginate.ts'

/** SIMs by their SIM ID: the same SIMs as `subscribers`, as the newer API shows them. */
export function simCalls(call: Call) {
  return {
    /** Goes through the SIMs of the operator. */
    list(filter: { readonly limit?: number } = {}): AsyncIterable<Sim> {
      return paginate<Sim[], Sim>(
        call,
        { operationId: 'listSims', method: 'GET', path: '/sims', query: { ...filter } },
        (page) => page,
      )
    },
    /** Reads a SIM. */
    async get(simId: string): Promise<Sim> {
      return (await call<Sim>({ operationId: 'getSim', method: 'GET', path: '/sims/{simId}', params: { simId } })).value
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
        })
      ).value
    },
    /** Brings it to status active. */
    async activate(simId: string): Promise<Sim> {
      return (
        await call<Sim>({
          operationId: 'activateSim',
          method: 'POST',
          path: '/sims/{simId}/activate',
          params: { simId },
          repeatable: true,
        })
      ).value
    },
    /** Brings it to status inactive. */
    async deactivate(simId: string): Promise<Sim> {
      return (
        await call<Sim>({
          operationId: 'deactivateSim',
          method: 'POST',
          path: '/sims/{simId}/deactivate',
          params: { simId },
          repeatable: true,
        })
      ).value
    },
    /** Brings it to status suspended. */
    async suspend(simId: string): Promise<Sim> {
      return (
        await call<Sim>({
          operationId: 'suspendSim',
          method: 'POST',
          path: '/sims/{simId}/suspend',
          params: { simId },
          repeatable: true,
        })
      ).value
    },
  }
}
