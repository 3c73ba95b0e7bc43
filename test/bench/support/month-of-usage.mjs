// A month in which each SIM of an operator has so many points a day, and the five views of its bill.
import { openSandbox } from './sandbox.mjs'

const monthStart = Date.UTC(2026, 9, 1) / 1000
const secondsADay = 86_400

/** The days of the month. */
export const days = 31

/** The views of the month's bill, by name. */
export const views = {
  month: ['GET', '/bills/202610'],
  daily: ['GET', '/bills/202610/daily'],
  items: ['GET', '/bills/summaries/bill_items'],
  sims: ['GET', '/bills/summaries/sims'],
  csv: ['POST', '/bills/202610/export'],
}

/** Makes an operator with SIMs, the day after its month. */
export function openMonth(sims) {
  const operator = openSandbox({ startTime: '2026-11-02T00:00:00Z' }).operator()
  const imsis = operator.sims(sims)
  return {
    imsis,
    add: (imsi, at) => operator.point(imsi, at),
    read(name) {
      const [method, path] = views[name]
      return operator.call(method, path)
    },
  }
}

/** Gives every SIM its points of a day. */
export function seedDay(imsis, day, pointsADay, add) {
  for (const imsi of imsis) {
    for (let point = 0; point < pointsADay; point += 1) {
      add(imsi, monthStart + day * secondsADay + (point * secondsADay) / pointsADay)
    }
  }
}

/** What a test would keep by hand: an array of points, which is summed with one price when it is read. */
export function keepByHand() {
  const kept = []
  const costOf = ({ dataTrafficStatsMap }) =>
    (dataTrafficStatsMap['s1.fast'].uploadByteSizeTotal / 1_048_576) * pricePerMib
  const sumBy = (keyOf) => {
    const sums = new Map()
    for (const point of kept) sums.set(keyOf(point), (sums.get(keyOf(point)) ?? 0) + costOf(point))
    return JSON.stringify([...sums])
  }
  const dayOf = ({ unixtime }) => new Date(unixtime * 1000).toISOString().slice(0, 10)
  const read = {
    month: () => sumBy(() => 'month'),
    daily: () => sumBy(dayOf),
    items: () => sumBy(() => 'dataCharge'),
    sims: () => sumBy(({ imsi }) => imsi),
    csv: () => sumBy((point) => `${point.imsi},${dayOf(point)}`).replaceAll('],[', '\n'),
  }
  return {
    // What a hand-written fake does with a call: it reads the JSON and keeps it.
    add(imsi, unixtime) {
      const traffic = {
        uploadByteSizeTotal: 1_048_576,
        downloadByteSizeTotal: 0,
        uploadPacketSizeTotal: 1,
        downloadPacketSizeTotal: 0,
      }
      kept.push({ imsi, ...JSON.parse(JSON.stringify({ unixtime, dataTrafficStatsMap: { 's1.fast': traffic } })) })
    },
    read: (name) => read[name](),
  }
}

const pricePerMib = 20.5
