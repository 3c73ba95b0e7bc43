import { insertAirStatsRequestSchema, insertBeamStatsRequestSchema } from '@soracom-fixtures/api/schemas'
import { changeStatus } from '../rules/change-status.ts'
import { bucketDate, isStatsTime } from '../rules/stats-buckets.ts'
import { reachOfMany, reachOfSim } from '../rules/stats-reach.ts'
import { noteStatsPoint, statsSeen } from '../state/lagging-stats.ts'
import type { SimState } from '../state/sim.ts'
import { findByImsi } from '../state/sim-table.ts'
import { keysAfter } from '../state/sorted-keys.ts'
import { addCounters, bucketsBetween, type Counters, createStatsTable, insertPoint } from '../state/stats-table.ts'
import { type Answer, ok } from './answer.ts'
import { ApiFailure, invalid } from './api-failure.ts'
import { arrange } from './arrange.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { readBody } from './read-body.ts'
import { readStatsRange } from './read-stats-range.ts'

const airNames = [
  'uploadByteSizeTotal',
  'downloadByteSizeTotal',
  'uploadPacketSizeTotal',
  'downloadPacketSizeTotal',
] as const

/** Usage: inserted point by point by the sandbox's own calls, and read back by month, day and five minutes. */
export const statsOperations: readonly Operation[] = [
  {
    operationId: 'sandboxInsertAirStats',
    handle(context) {
      const { unixtime, dataTrafficStatsMap } = readBody(insertAirStatsRequestSchema, context.body)
      const values: Counters = new Map(
        Object.entries(dataTrafficStatsMap).map(([speedClass, traffic]) => [
          speedClass,
          airNames.map((name) => readCount(name, traffic[name])),
        ]),
      )
      insert(context, 'air', unixtime, values)
      return ok()
    },
  },
  {
    operationId: 'sandboxInsertBeamStats',
    handle(context) {
      const { unixtime, beamStatsMap } = readBody(insertBeamStatsRequestSchema, context.body)
      const values: Counters = new Map(
        Object.entries(beamStatsMap).map(([protocol, counts]) => [protocol, [readCount('count', counts?.count)]]),
      )
      insert(context, 'beam', unixtime, values)
      return ok()
    },
  },
  {
    operationId: 'getAirStats',
    handle: (context) => rowsOf(context, toAirRows(context, readable(context, context.params.imsi))),
  },
  {
    operationId: 'getAirStatsOfSim',
    handle: (context) => rowsOf(context, toAirRows(context, readable(context, context.params.sim_id))),
  },
  {
    operationId: 'getBeamStats',
    handle: (context) =>
      rowsOf(
        context,
        toRows(context, readable(context, context.params.imsi), 'beam', (counters) => ({
          beamStatsMap: Object.fromEntries([...counters].map(([protocol, [count = 0]]) => [protocol, { count }])),
        })),
      ),
  },
  {
    operationId: 'getAirStatsOfGroup',
    handle(context) {
      const groupId = context.params.group_id ?? ''
      const group = context.operator.groups.get(groupId)
      if (!group) throw new ApiFailure('EMU0005', ['group', groupId], context.world.settings.unknownStatsImsiStatus)
      return rowsOf(context, toSums(context, keysAfter(group.members)))
    },
  },
  {
    operationId: 'getAirStatsOfOperator',
    handle: (context) => rowsOf(context, toSums(context, keysAfter(context.operator.imsis))),
  },
  { operationId: 'getFunkStats', handle: noUsage },
  { operationId: 'getFunnelStats', handle: noUsage },
  { operationId: 'getHarvestStats', handle: noUsage },
]

// No SIM of the sandbox sends to Funk, Funnel or Harvest, and no call inserts such usage: there are no rows to tell.
function noUsage(context: OperatorContext): Answer {
  readable(context, context.params.imsi)
  readStatsRange(context, reachOfSim)
  return ok([])
}

function rowsOf({ world }: OperatorContext, rows: readonly unknown[]): Answer {
  return arrange(world, 'stats', rows, undefined)
}

function insert(context: OperatorContext, kind: 'air' | 'beam', unixtime: number, values: Counters): void {
  const { world, params, nowMs } = context
  const sim = unregisteredSim(context, params.imsi) ?? statsSim(context, params.imsi)
  // Milliseconds made the sandbox itself fail, with an HTML page; a clear refusal serves better.
  if (!isStatsTime(unixtime)) throw invalid('unixtime', unixtime)
  if (!sim[kind]?.times.has(unixtime)) noteStatsPoint(world, sim, kind, { unixtime, values, nowMs })
  sim[kind] ??= createStatsTable()
  if (!insertPoint(sim[kind], unixtime, values, world.settings.bucketZoneOffsetMinutes)) {
    throw new ApiFailure('EMU0011', [sim.imsi, unixtime])
  }
  if (world.settings.statsActivateReadySims && sim.status === 'ready') changeStatus(sim, 'active', nowMs)
}

function readCount(name: string, value: number | undefined): number {
  const count = value ?? 0
  if (!Number.isSafeInteger(count) || count < 0) throw invalid(name, count)
  return count
}

// A SIM of the caller's making that nobody has registered; tests of the Swift client insert stats of such.
function unregisteredSim({ world, operator }: OperatorContext, imsi = ''): SimState | undefined {
  if (!world.settings.unregisteredStatsAccepted) return undefined
  const sim = findByImsi(world, imsi)
  // From the end, where a SIM is that was just made.
  return sim && sim.operatorId === undefined && operator.madeImsis.lastIndexOf(imsi) >= 0 ? sim : undefined
}

// The document lists 400 and no 404 for stats of a SIM that is not the operator's.
function statsSim({ world, operator }: OperatorContext, imsi = ''): SimState {
  const sim = findByImsi(world, imsi)
  if (sim?.operatorId === operator.operatorId) return sim
  throw new ApiFailure('EMU0005', ['subscriber', imsi], world.settings.unknownStatsImsiStatus)
}

function readable(context: OperatorContext, imsi: string | undefined): SimState {
  const sim = statsSim(context, imsi)
  const { terminatedStatsReadable, unknownStatsImsiStatus } = context.world.settings
  if (sim.status === 'terminated' && !terminatedStatsReadable) {
    throw new ApiFailure('EMU0005', ['subscriber', sim.imsi], unknownStatsImsiStatus)
  }
  return sim
}

function toAirRows(context: OperatorContext, sim: SimState) {
  return toRows(context, sim, 'air', (counters) => ({
    dataTrafficStatsMap: Object.fromEntries(
      [...counters].map(([speedClass, values]) => [
        speedClass,
        Object.fromEntries(airNames.map((name, index) => [name, values[index] ?? 0])),
      ]),
    ),
  }))
}

function toRows<Row extends object>(
  context: OperatorContext,
  sim: SimState,
  kind: 'air' | 'beam',
  toRow: (counters: Counters) => Row,
) {
  const table = statsSeen(context.world, sim, kind, context.nowMs)
  const { period, fromStart, toStart, offset } = readStatsRange(context, reachOfSim)
  return inOrder(context, bucketsBetween(table, period, fromStart, toStart, offset)).map(([unixtime, counters]) => ({
    date: bucketDate(unixtime, period, offset),
    unixtime,
    ...toRow(counters),
  }))
}

function toSums(context: OperatorContext, imsis: Iterable<string>) {
  const { period, fromStart, toStart, offset } = readStatsRange(context, reachOfMany)
  const sums = new Map<number, Counters>()
  for (const imsi of imsis) {
    const sim = findByImsi(context.world, imsi)
    if (!sim) continue
    const table = statsSeen(context.world, sim, 'air', context.nowMs)
    for (const [unixtime, counters] of bucketsBetween(table, period, fromStart, toStart, offset)) {
      const sum = sums.get(unixtime) ?? new Map([['all', [0, 0]]])
      for (const [upload = 0, download = 0] of counters.values())
        addCounters(sum, new Map([['all', [upload, download]]]))
      sums.set(unixtime, sum)
    }
  }
  const rows = [...sums].sort(([left], [right]) => left - right)
  return inOrder(context, rows).map(([unixtime, sum]) => {
    const [uploadByteSizeTotal = 0, downloadByteSizeTotal = 0] = sum.get('all') ?? []
    return { unixtime, uploadByteSizeTotal, downloadByteSizeTotal }
  })
}

function inOrder<Row>({ world }: OperatorContext, rows: readonly Row[]): readonly Row[] {
  return world.settings.statsOrder === 'oldestFirst' ? rows : rows.toReversed()
}
