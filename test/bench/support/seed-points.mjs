// Prints how long inserting points takes, in the emulator and in what a test would keep by hand, and what a point costs
// with few SIMs and with many.
import process from 'node:process'
import { timed } from './measure.mjs'
import { days, keepByHand, openMonth, seedDay } from './month-of-usage.mjs'

const [sims, pointsADay, few, many] = process.argv.slice(2).map(Number)

const { imsis, add } = openMonth(sims)
const hand = keepByHand()
const seeding = { ours: 0, byHand: 0 }
for (let day = 0; day < days; day += 1) {
  seeding.ours += await timed(() => seedDay(imsis, day, pointsADay, add))
  seeding.byHand += await timed(() => seedDay(imsis, day, pointsADay, hand.add))
}
const growth = { few: 0, many: 0 }
const months = { few: openMonth(few), many: openMonth(many) }
for (let day = 0; day < days; day += 1) {
  for (const [name, month] of Object.entries(months)) {
    growth[name] += await timed(() => seedDay(month.imsis, day, 1, month.add))
  }
}
console.log(
  JSON.stringify({
    points: sims * days * pointsADay,
    seeding,
    few: (growth.few * 1000) / (few * days),
    many: (growth.many * 1000) / (many * days),
  }),
)
