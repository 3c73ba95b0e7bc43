import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openMarks } from '../journal/first-of-run.ts'
import { failuresFile } from '../journal/retry-budget.ts'
import { operator } from '../resources/operator.ts'
import { createSession } from '../session.ts'

test('a set whose target the run has given up fails at the first call, and says so', async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.writeHead(503).end('down for maintenance')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cwd = await mkdtemp(join(tmpdir(), 'soracom-fixtures-down-'))
  const { port } = server.address() as { port: number }
  const target = `http://127.0.0.1:${port}`
  // What other processes of the run have counted.
  openMarks()
  await writeFile(failuresFile(target), `${Date.now() - 20_000}\n${'.'.repeat(30)}`)
  onTestFinished(async () => {
    server.close()
    await rm(failuresFile(target), { force: true })
    await rm(cwd, { recursive: true })
  })

  const session = createSession({ shop: operator() }, { cwd, config: { target } })
  const error = (await session.setup().catch((reason: unknown) => reason)) as Error
  expect(error.message).toMatch(
    /POST \/sandbox\/init answered 503: .* The target is down: for 2\d s it has answered none of the 3\d attempts of this run/,
  )
  // Signing up, looking whether that took effect, and looking again for what there is to undo: each once.
  expect(seen.length).toBeLessThanOrEqual(6)
  await session.teardown().catch(() => 'what could not be looked for is told by the setup already')
})
