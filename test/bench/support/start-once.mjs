// Imports one thing that listens, starts it, and prints how long each took.
import process from 'node:process'
import { timed } from './measure.mjs'

const kinds = {
  emulator: {
    load: () => import('@soracom-fixtures/emulator'),
    start: ({ startEmulator }) => startEmulator(),
    stop: (emulator) => emulator.close(),
  },
  bare: {
    load: () => import('node:http'),
    start: ({ createServer }) =>
      new Promise((resolve) => {
        const server = createServer((_, response) => response.end('{}'))
        server.listen(0, '127.0.0.1', () => resolve(server))
      }),
    stop: (server) => server.close(),
  },
}

const { load, start, stop } = kinds[process.argv[2]]
let module
let started
const importMs = await timed(async () => {
  module = await load()
})
const startMs = await timed(async () => {
  started = await start(module)
})
await stop(started)
console.log(JSON.stringify({ importMs, startMs }))
