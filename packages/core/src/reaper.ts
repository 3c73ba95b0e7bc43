// The reaper as a process: its order stands on its standard input, whose end is the end of whoever started it. It is of
// a group of its own, and hears of no terminal.
import process from 'node:process'
import { holdLease } from './reaper/hold-lease.ts'
import { reap } from './reaper/reap.ts'
import type { ReaperOrder } from './reaper/reaper-order.ts'

process.title = 'soracom-fixtures reaper'
process.on('SIGHUP', () => {})

const told: string[] = []
const held: { order: ReaperOrder; letGo: () => Promise<void> }[] = []
for await (const text of process.stdin.setEncoding('utf8')) {
  told.push(String(text))
  const [line, ...rest] = told.join('').split('\n')
  if (rest.length === 0 || held.length > 0) continue
  const order = JSON.parse(line ?? '') as ReaperOrder
  held.push({ order, letGo: holdLease(order) })
}
// A starter that died before it could say a word has made nothing.
for (const { order, letGo } of held) {
  await reap(order).finally(letGo)
}
