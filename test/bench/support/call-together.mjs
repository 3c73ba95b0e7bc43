// One of many processes that call as the same operator: it sets up an operator of its own, says that it is ready, and when
// it is told to makes its calls, with the pace that its run keeps. Says when it was done and how its calls were answered.
import process from 'node:process'
import { operator } from '@soracom-fixtures/core'
import { createSession } from '@soracom-fixtures/core/engine'

const [target, callsPerMinute, times] = process.argv.slice(2)
const statuses = []
const session = createSession(
  { own: operator() },
  {
    config: { target, callsPerMinute: Number(callsPerMinute), reaper: false },
    listener: (event) => event.type === 'call' && statuses.push(event.status),
  },
)
const { own } = await session.setup()
process.send({ ready: true })

process.on('message', async (credentials) => {
  const client = own.client.as(credentials)
  statuses.length = 0
  const left = Array.from({ length: Number(times) }, () => () => client.operators.get(credentials.operatorId))
  let failed = 0
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      await next().catch(() => {
        failed += 1
      })
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  const refused = statuses.filter((status) => status === 429).length
  process.send({ calls: statuses.length, refused, failed, endedAtMs: Date.now() })
  await session.teardown()
  process.disconnect()
})
