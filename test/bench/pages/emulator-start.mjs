import { join } from 'node:path'
import { least, measureInTurn, timed } from '../support/measure.mjs'
import { runNode } from '../support/run-node.mjs'
import { startBareProcess, startServer } from '../support/start-server.mjs'

export const title =
  'ready: the command line as a process, from its start until it listens. import and embedded: in new processes, the ' +
  'import, and startEmulator once it is imported. Peer: a server of node:http, the same way. The least of the rounds counts.'

const rounds = 15
const commandLine = join(import.meta.dirname, '../../../packages/cli/dist/main.mjs')

export const names = ['emulator-ready/bare', 'emulator-embedded', 'emulator-import']

export async function run(wanted) {
  const rows = []
  if (wanted.includes('emulator-ready/bare')) {
    const starts = [() => startServer([commandLine, 'emulator', '--port', '0']), startBareProcess]
    const works = starts.map((start) => () => timeStart(start))
    const [ours, peer] = await measureInTurn(works, rounds, least)
    rows.push(toRow('emulator-ready/bare', ours, peer, 'ours / peer; aim 2 or less'))
  }
  const inside = wanted.filter((name) => name !== 'emulator-ready/bare')
  return inside.length > 0 ? [...rows, ...(await timeInside()).filter(({ name }) => inside.includes(name))] : rows
}

// What goes on in a new process is timed by itself: the import, and the start after it.
async function timeInside() {
  const [emulator, bare] = await measureInTurn(
    [() => runNode('start-once.mjs', ['emulator']), () => runNode('start-once.mjs', ['bare'])],
    rounds,
    (starts) => ({
      importMs: least(starts.map(({ importMs }) => importMs)),
      startMs: least(starts.map(({ startMs }) => startMs)),
    }),
  )
  return [
    toRow('emulator-embedded', emulator.startMs, bare.startMs, 'ours / peer; aim under 15 ms'),
    toRow('emulator-import', emulator.importMs, bare.importMs, 'ours / peer; aim under 45 ms'),
  ]
}

async function timeStart(start) {
  let server
  const ms = await timed(async () => {
    server = await start()
  })
  await server.stop()
  return ms
}

function toRow(name, ours, peer, note) {
  return { name, ours, peer, ratio: ours / peer, unit: 'ms', note }
}
