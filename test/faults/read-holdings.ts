import { createClient, type SoracomClient } from '@soracom-fixtures/client'
import type { OperatorCredentials } from '@soracom-fixtures/core'
import { type EmulatorSnapshot, startEmulator } from '@soracom-fixtures/emulator'
import { seededDays } from './large-set.ts'

/** How much an operator has. */
export interface Holdings {
  readonly subscribers: number
  readonly orders: number
  readonly orderedSims: number
  readonly coupons: number
  readonly groups: number
  readonly authKeys: number
  readonly shippingAddresses: number
  /** Bytes up and down, by speed class. */
  readonly airBytes: Readonly<Record<string, number>>
  /** Requests, by protocol. */
  readonly beamCounts: Readonly<Record<string, number>>
}

/** Reads what operators had at the moment of a snapshot: from a second emulator that holds the same and has no faults. */
export async function readHoldings(
  snapshot: EmulatorSnapshot,
  credentials: ReadonlyMap<string, OperatorCredentials>,
): Promise<Record<string, Holdings>> {
  await using twin = await startEmulator({ snapshot })
  const client = createClient({ endpoint: twin.endpoint })
  const holdings: Record<string, Holdings> = {}
  for (const [name, { email, password }] of credentials) {
    const login = { email, password }
    holdings[name] = await readOperator(client.as({ ...(await client.auth.authenticate(login)), login }))
  }
  return holdings
}

async function readOperator(client: SoracomClient): Promise<Holdings> {
  const operatorId = client.credentials?.operatorId ?? ''
  const sims = await collect(client.subscribers.list())
  const { orderList } = await client.orders.list()
  const ordered = await Promise.all(orderList.map(({ orderId }) => collect(client.orders.subscribers(orderId))))
  const airBytes: Record<string, number> = {}
  const beamCounts: Record<string, number> = {}
  for (const { imsi, status } of sims) {
    // Stats of terminated SIMs are not answered (published document).
    if (status === 'terminated') continue
    for (const { dataTrafficStatsMap } of await client.stats.air(imsi, range)) {
      for (const [name, { uploadByteSizeTotal, downloadByteSizeTotal }] of Object.entries(dataTrafficStatsMap))
        add(airBytes, name, uploadByteSizeTotal + downloadByteSizeTotal)
    }
    for (const { beamStatsMap } of await client.stats.beam(imsi, range)) {
      for (const [name, { count }] of Object.entries(beamStatsMap)) add(beamCounts, name, count)
    }
  }
  return {
    subscribers: sims.length,
    orders: orderList.length,
    orderedSims: ordered.flat().length,
    coupons: (await client.coupons.list()).couponList.length,
    groups: (await collect(client.groups.list())).length,
    authKeys: (await client.operators.listAuthKeys(operatorId)).length,
    shippingAddresses: (await client.shippingAddresses.list(operatorId)).shippingAddresses.length,
    airBytes,
    beamCounts,
  }
}

const range = { from: new Date(seededDays.from), to: new Date(seededDays.to), period: 'day' } as const

function add(sums: Record<string, number>, name: string, amount: number): void {
  if (amount > 0) sums[name] = (sums[name] ?? 0) + amount
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values) list.push(value)
  return list
}
