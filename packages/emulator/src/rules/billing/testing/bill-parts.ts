import { publishedRateCard } from '@soracom-fixtures/api/billing'
import type { Counters } from '../../../state/stats-table.ts'
import { createStatsTable, insertPoint } from '../../../state/stats-table.ts'
import type { BilledChange, BilledSim, BillInput } from '../bill-input.ts'

/** Bytes in a MiB. */
export const mebibyte = 1_048_576

/** UNIX milliseconds of a moment in UTC, such as `2026-11-03T08:00`. */
export function at(text: string): number {
  return Date.parse(`${text}Z`)
}

/** A SIM for a bill, with points of traffic and Beam requests at moments. */
export function makeSim(
  parts: {
    readonly imsi?: string
    readonly subscription?: BilledSim['subscription']
    readonly history?: readonly BilledChange[]
    readonly air?: Readonly<Record<string, Counters>>
    readonly beam?: Readonly<Record<string, number>>
  } = {},
): BilledSim {
  const air = createStatsTable()
  const beam = createStatsTable()
  for (const [time, counters] of Object.entries(parts.air ?? {})) insertPoint(air, at(time) / 1000, counters, 0)
  for (const [time, count] of Object.entries(parts.beam ?? {})) {
    insertPoint(beam, at(time) / 1000, new Map([['inHttp', [count]]]), 0)
  }
  const { imsi = '001010000000001', subscription = 'plan-D', history = [] } = parts
  return { imsi, subscription, history, air, beam }
}

/** MiB up and down in a speed class. */
export function traffic(uploadMib: number, downloadMib: number, speedClass = 's1.fast'): Counters {
  return new Map([[speedClass, [uploadMib * mebibyte, downloadMib * mebibyte, 0, 0]]])
}

/** A change of a SIM's history. */
export function change(time: string, status: BilledChange['status'], bundles: readonly string[] = []): BilledChange {
  return { timeMs: at(time), status, bundles }
}

/** What a bill is made of, at noon of 10 November 2026. */
export function makeInput(sims: readonly BilledSim[], parts: Partial<BillInput> = {}): BillInput {
  return {
    coverageType: 'jp',
    sims,
    coupons: [],
    card: publishedRateCard,
    couponsApply: 'beforeTax',
    jpyRounding: 'floor',
    zoneOffsetMinutes: 0,
    nowMs: at('2026-11-10T12:00'),
    ...parts,
  }
}
