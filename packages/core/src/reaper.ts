// The reaper as a process: its order stands on its standard input, whose end is the end of whoever started it. It is of
// a group of its own, and hears of no terminal.
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { reap } from './reaper/reap.ts'
import type { ReaperOrder } from './reaper/reaper-order.ts'

process.title = 'soracom-fixtures reaper'
process.on('SIGHUP', () => {})

const order = await text(process.stdin)
// A starter that died before it could say a word has made nothing.
if (order.endsWith('\n')) await reap(JSON.parse(order) as ReaperOrder)
