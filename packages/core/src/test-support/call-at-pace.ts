// Calls a server so many times at a pace that it shares with others, and prints how the answers' statuses count. Run by
// jiti, as a process of its own.
import process from 'node:process'
import { createSharedPace } from '../journal/shared-pace.ts'

const [url = '', path = '', calls = '', perMs = '', times = ''] = process.argv.slice(2)
const pace = path === 'none' ? async () => {} : createSharedPace({ path, calls: Number(calls), perMs: Number(perMs) })
const counts: Record<string, number> = {}

async function call(): Promise<void> {
  await pace()
  const { status } = await fetch(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  counts[status] = (counts[status] ?? 0) + 1
}

// Five at a time, as a set does.
const left = Array.from({ length: Number(times) }, () => call)
await Promise.all(
  Array.from({ length: 5 }, async () => {
    for (let next = left.pop(); next; next = left.pop()) await next()
  }),
)
process.stdout.write(JSON.stringify(counts))
