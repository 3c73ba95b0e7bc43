// What calls cost in a small state and in a large one, in microseconds or milliseconds; and bytes a record.
import process from 'node:process'
import { least, measureInTurn, timed } from './measure.mjs'
import { openSandbox } from './sandbox.mjs'

const [few, many] = process.argv.slice(2, 4).map(Number)
const wanted = process.argv.slice(4)
const firstPoint = Date.UTC(2024, 0, 1) / 1000
// Each a millisecond or two and many times, so that the least is one that nothing else on the machine came between.
const rounds = 150
const works = {
  'growth-subscriber': ({ readOne }) => repeat(200, readOne),
  'growth-list': ({ readPage }) => repeat(5, readPage),
  'growth-delete': ({ removeSmall }) => removeSmall,
  'growth-stats': ({ addAndRead }) => repeat(20, addAndRead),
}

const ofPoints = wanted.filter((name) => name === 'growth-stats')
const ofLists = wanted.filter((name) => name !== 'growth-stats')
const [listFigures, bytesPerSubscriber] = ofLists.length > 0 ? await measure(openList, ofLists) : []
const [pointFigures, bytesPerPoint] = ofPoints.length > 0 ? await measure(openPoints, ofPoints) : []
console.log(JSON.stringify({ ...listFigures, ...pointFigures, bytesPerSubscriber, bytesPerPoint }))

// By name, what a work costs in the small state and in the large one; and bytes a record.
async function measure(open, names) {
  const [states, bytes] = weigh(many, () => [few, many].map(open))
  const figures = {}
  for (const name of names) figures[name] = await measureInTurn(states.map(works[name]), rounds, least)
  return [figures, bytes]
}

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
