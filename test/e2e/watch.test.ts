import { spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { startEmulator } from '@soracom-fixtures/emulator'
import { expect, onTestFinished, test } from 'vitest'
import { cleanEnvironment, createInlineProject } from '../support/inline-project.ts'

// Watches with the runner's own API: runs once, again at each line of input, and ends in order when the input ends.
const driver = `
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { startVitest } from 'vitest/node'
const vitest = await startVitest('test', [], { watch: true, reporters: ['default'] })
console.log('RUN ENDED')
for await (const line of createInterface({ input: process.stdin })) {
  vitest.invalidateFile(resolve('a.test.ts'))
  await vitest.rerunFiles()
  console.log('RUN ENDED')
}
await vitest.close()
`

const file = (coverageType: string) => `
import { appendFileSync } from 'node:fs'
import { test } from 'vitest'
import { operator, useFixtures } from '@soracom-fixtures/vitest'
const fx = useFixtures({ shop: operator({ coverageTypes: ['${coverageType}'] }) }, { keep: true })
test('notes its operator', () => appendFileSync('seen', fx.shop.operatorId + '\\n'))
`

test('in watch mode a kept set survives while it is unchanged, and is deleted at the end', async () => {
  await using emulator = await startEmulator()
  const project = await createInlineProject({
    // The driver says when a run begins, not a change of a file.
    'vitest.config.js': `export default {
      server: { watch: null },
      test: { globalSetup: '@soracom-fixtures/vitest/global-setup' },
    }`,
    'driver.mjs': driver,
    'a.test.ts': file('jp'),
  })
  onTestFinished(() => project.remove())
  const watching = spawn(process.execPath, ['driver.mjs'], {
    cwd: project.folder,
    env: { ...cleanEnvironment(), SORACOM_FIXTURES_TARGET: emulator.endpoint },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    watching.kill('SIGKILL')
  })
  const lines = createInterface({ input: watching.stdout })
  let told = ''
  watching.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  const runEnded = async () => {
    for await (const [line] of on(lines, 'line')) if (line === 'RUN ENDED') return
  }
  await runEnded()
  expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 1 })
  const second = runEnded()
  watching.stdin.write('again\n')
  await second
  expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 1 })
  await writeFile(join(project.folder, 'a.test.ts'), file('g'))
  const third = runEnded()
  watching.stdin.write('again\n')
  await third
  expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 1 })
  watching.stdin.end()
  const [exitCode] = await once(watching, 'close')
  expect(exitCode, told).toBe(0)
  expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  expect(told).toContain('soracom-fixtures: 2 operators made, none is left')
})
