// Prints how long each view of a month's bill takes with few SIMs and with many, each with a point a day.
import process from 'node:process'
import { least, measureInTurn, timed } from './measure.mjs'
import { days, openMonth, seedDay, views } from './month-of-usage.mjs'

const months = process.argv.slice(2).map((sims) => openMonth(Number(sims)))
for (const { imsis, add } of months) {
  for (let day = 0; day < days; day += 1) seedDay(imsis, day, 1, add)
}
const names = Object.keys(views)
const works = names.flatMap((name) => months.map((month) => () => timed(() => month.read(name))))
const figures = await measureInTurn(works, 5, least)
console.log(
  JSON.stringify(
    Object.fromEntries(names.map((name, index) => [name, { few: figures[2 * index], many: figures[2 * index + 1] }])),
  ),
)
