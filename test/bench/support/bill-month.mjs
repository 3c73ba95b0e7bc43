// Prints how long each view of a month's bill takes, in the emulator and in what a test would keep by hand; and what the
// first read costs, and one after a single new point.
import process from 'node:process'
import { least, measureInTurn, timed } from './measure.mjs'
import { days, keepByHand, openMonth, seedDay, views } from './month-of-usage.mjs'

const [sims, pointsADay] = process.argv.slice(2).map(Number)

const month = openMonth(sims)
const hand = keepByHand()
for (let day = 0; day < days; day += 1) {
  for (const { add } of [month, hand]) seedDay(month.imsis, day, pointsADay, add)
}
const first = await timed(() => month.read('month'))
const names = Object.keys(views)
const figures = await measureInTurn(
  names.flatMap((name) => [() => timed(() => month.read(name)), () => timed(() => hand.read(name))]),
  5,
  least,
)
let newPoints = 0
const [afterPoint] = await measureInTurn([readAfterPoint], 15, least)
const byView = names.map((name, index) => [name, { ours: figures[2 * index], byHand: figures[2 * index + 1] }])
console.log(JSON.stringify({ byView: Object.fromEntries(byView), first, afterPoint }))

// Between the points that are there.
async function readAfterPoint() {
  newPoints += 1
  seedDay([month.imsis[newPoints]], 0, 1, (imsi, at) => month.add(imsi, at + 1))
  return await timed(() => month.read('month'))
}
