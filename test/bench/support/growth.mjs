// What calls cost in a small state and in a large one, in microseconds or milliseconds; and bytes a record.
import process from 'node:process'
import { least, measureInTurn, timed } from './measure.mjs'
import { openSandbox } from './sandbox.mjs'

const [few, many] = process.argv.slice(2).map(Number)
const firstPoint = Date.UTC(2024, 0, 1) / 1000

const [lists, bytesPerSubscriber] = weigh(many, () => [few, many].map(openList))
const [points, bytesPerPoint] = weigh(many, () => [few, many].map(openPoints))
console.log(
  JSON.stringify({
    subscriber: await inTurn(lists.map(({ readOne }) => repeat(2000, readOne))),
    list: await inTurn(lists.map(({ readPage }) => repeat(50, readPage))),
    stats: await inTurn(points.map(({ addAndRead }) => repeat(500, addAndRead))),
    remove: await inTurn(lists.map(({ removeSmall }) => removeSmall)),
    bytesPerSubscriber,
    bytesPerPoint,
  }),
)

function openList(count) {
  const sandbox = openSandbox()
  const { call, sims } = sandbox.operator()
  const imsis = sims(count)
  // As many in both states, from all over the list.
  const some = Array.from({ length: 50 }, (_, index) => imsis[index * Math.floor(count / 50)])
  let reads = 0
  return {
    readOne() {
      reads += 1
      call('GET', `/subscribers/${some[reads % some.length]}`)
    },
    // From the middle of all possible IMSIs on.
    readPage: () => call('GET', '/subscribers?limit=100&last_evaluated_key=001015000000000'),
    /** The time of deleting operators with ten SIMs each, without that of making them. */
    async removeSmall() {
      const small = Array.from({ length: 50 }, () => {
        const operator = sandbox.operator()
        operator.sims(10)
        return operator
      })
      const ms = await timed(() => {
        for (const operator of small) operator.call('DELETE', `/sandbox/operators/${operator.operatorId}`)
      })
      return (ms * 1000) / small.length
    },
  }
}

// One SIM with a point a minute: one more, and the ten five-minute rows before it.
function openPoints(count) {
  const operator = openSandbox().operator()
  const [imsi] = operator.sims(1)
  let at = firstPoint
  const add = () => {
    at += 60
    operator.point(imsi, at)
  }
  for (let index = 0; index < count; index += 1) add()
  return {
    addAndRead() {
      add()
      operator.call('GET', `/stats/air/subscribers/${imsi}?period=minutes&from=${at - 3000}&to=${at}`)
    },
  }
}

function weigh(records, build) {
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  const built = build()
  globalThis.gc()
  return [built, (process.memoryUsage().heapUsed - before) / records]
}

// Microseconds a time.
function repeat(times, work) {
  return async () => {
    const ms = await timed(() => {
      for (let index = 0; index < times; index += 1) work()
    })
    return (ms * 1000) / times
  }
}

function inTurn(works) {
  return measureInTurn(works, 15, least)
}
