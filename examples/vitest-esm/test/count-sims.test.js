import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { operator, subscribers, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const fx = useFixtures({ shop: operator(), meters: subscribers(2) })

test('the program counts the SIMs of its operator', async () => {
  const env = { ...process.env, ...fx.shop.env }
  const { stdout } = await run('node', ['src/count-sims.js'], { env })
  expect(stdout).toBe('2 SIMs\n')
})
