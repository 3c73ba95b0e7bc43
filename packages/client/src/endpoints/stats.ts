import type { AirAggregatedStatsRow, AirStatsRow, BeamStatsRow, StatsPeriod } from '@soracom-fixtures/api'
import type { Call } from './call.ts'

/** Which buckets are wanted: all that hold a moment between the two. */
export interface StatsRange {
  /** A Date or UNIX seconds. */
  readonly from: Date | number
  /** A Date or UNIX seconds. */
  readonly to: Date | number
  readonly period: StatsPeriod
}

/** Usage, in buckets of a month, a day or five minutes, cut in UTC. */
export function statsCalls(call: Call) {
  return {
    /** Air usage of a SIM, by speed class. */
    async air(imsi: string, range: StatsRange): Promise<AirStatsRow[]> {
      return (
        await call<AirStatsRow[]>({
          operationId: 'getAirStats',
          method: 'GET',
          path: '/stats/air/subscribers/{imsi}',
          params: { imsi },
          query: toQuery(range),
          repeat: 'safe',
        })
      ).value
    },
    /** Beam usage of a SIM, by protocol. */
    async beam(imsi: string, range: StatsRange): Promise<BeamStatsRow[]> {
      return (
        await call<BeamStatsRow[]>({
          operationId: 'getBeamStats',
          method: 'GET',
          path: '/stats/beam/subscribers/{imsi}',
          params: { imsi },
          query: toQuery(range),
          repeat: 'safe',
        })
      ).value
    },
    /** Air usage of a group; by day or month only. */
    async airOfGroup(groupId: string, range: StatsRange): Promise<AirAggregatedStatsRow[]> {
      return (
        await call<AirAggregatedStatsRow[]>({
          operationId: 'getAirStatsOfGroup',
          method: 'GET',
          path: '/stats/air/groups/{groupId}',
          params: { groupId },
          query: toQuery(range),
          repeat: 'safe',
        })
      ).value
    },
    /** Air usage of an operator; by day or month only. */
    async airOfOperator(operatorId: string, range: StatsRange): Promise<AirAggregatedStatsRow[]> {
      return (
        await call<AirAggregatedStatsRow[]>({
          operationId: 'getAirStatsOfOperator',
          method: 'GET',
          path: '/stats/air/operators/{operatorId}',
          params: { operatorId },
          query: toQuery(range),
          repeat: 'safe',
        })
      ).value
    },
  }
}

function toQuery({ from, to, period }: StatsRange) {
  return { from: toUnixSeconds(from), to: toUnixSeconds(to), period }
}

function toUnixSeconds(time: Date | number): number {
  return typeof time === 'number' ? time : Math.floor(time.getTime() / 1000)
}
