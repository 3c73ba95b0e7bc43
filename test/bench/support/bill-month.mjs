// Prints how fast points are inserted and how long the month's bill takes, in the emulator and in what a test would keep
// by hand: an array of points, summed when it is read.
import { least, measureInTurn, timed } from './measure.mjs'
import { openSandbox } from './sandbox.mjs'

const sims = 1_000
const days = 31
const pointsADay = 24
const monthStart = Date.UTC(2026, 9, 1) / 1000
const pricePerMib = 20.5

const operator = openSandbox({ startTime: '2026-11-02T00:00:00Z' }).operator()
const imsis = operator.sims(sims)
const kept = []
const seeding = { ours: 0, byHand: 0 }
for (let day = 0; day < days; day += 1) {
  seeding.ours += await timed(() => seedDay(day, (imsi, at) => operator.point(imsi, at)))
  seeding.byHand += await timed(() => seedDay(day, keep))
}
const [ours, byHand] = await measureInTurn([() => timed(readOurs), () => timed(sumByHand)], 5, least)
console.log(
  JSON.stringify({
    points: sims * days * pointsADay,
    seeding,
    ours,
    byHand,
    small: await billOf(100),
    large: await billOf(10_000),
  }),
)

function seedDay(day, add) {
  for (const imsi of imsis) {
    for (let point = 0; point < pointsADay; point += 1)
      add(imsi, monthStart + day * 86_400 + (point * 86_400) / pointsADay)
  }
}

// What a hand-written fake does with a call: it reads the JSON and keeps it.
function keep(imsi, unixtime) {
  const traffic = {
    uploadByteSizeTotal: 1_048_576,
    downloadByteSizeTotal: 0,
    uploadPacketSizeTotal: 1,
    downloadPacketSizeTotal: 0,
  }
  kept.push({ imsi, ...JSON.parse(JSON.stringify({ unixtime, dataTrafficStatsMap: { 's1.fast': traffic } })) })
}

function readOurs() {
  for (const [method, path] of [
    ['GET', '/bills/202610'],
    ['GET', '/bills/202610/daily'],
    ['GET', '/bills/summaries/bill_items'],
    ['GET', '/bills/summaries/sims'],
    ['POST', '/bills/202610/export'],
  ]) {
    operator.call(method, path)
  }
}

function sumByHand() {
  const costOf = ({ dataTrafficStatsMap }) =>
    (dataTrafficStatsMap['s1.fast'].uploadByteSizeTotal / 1_048_576) * pricePerMib
  const sumBy = (keyOf) => {
    const sums = new Map()
    for (const point of kept) sums.set(keyOf(point), (sums.get(keyOf(point)) ?? 0) + costOf(point))
    return JSON.stringify([...sums])
  }
  sumBy(() => 'month')
  const day = ({ unixtime }) => new Date(unixtime * 1000).toISOString().slice(0, 10)
  sumBy(day)
  sumBy(() => 'dataCharge')
  sumBy(({ imsi }) => imsi)
  sumBy((point) => `${point.imsi},${day(point)}`).replaceAll('],[', '\n')
}

// The bill of a month in which each SIM has one point.
async function billOf(count) {
  const one = openSandbox({ startTime: '2026-11-02T00:00:00Z' }).operator()
  for (const imsi of one.sims(count)) one.point(imsi, monthStart)
  const [ms] = await measureInTurn([() => timed(() => one.call('GET', '/bills/202610'))], 15, least)
  return ms
}
