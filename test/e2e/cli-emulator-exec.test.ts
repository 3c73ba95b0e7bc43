import { constants } from 'node:os'
import { expect, test } from 'vitest'
import { runCommandLine, startCommandLine } from '../support/command-line.ts'
import { createInlineProject } from '../support/inline-project.ts'

// Runs a script of Node with an emulator beside it.
const exec = (script: string, ...options: string[]) => [
  'emulator',
  'exec',
  ...options,
  '--',
  process.execPath,
  '-e',
  script,
]

test('the command finds the emulator in its environment', async () => {
  const script = `
    const { SORACOM_ENDPOINT, SORACOM_FIXTURES_TARGET, SORACOM_FIXTURES_RUN_EMULATOR } = process.env
    fetch(SORACOM_ENDPOINT + '/_emulator/health').then((response) => response.json()).then(({ now }) => {
      console.log(now.slice(0, 10), new Set([SORACOM_ENDPOINT, SORACOM_FIXTURES_TARGET, SORACOM_FIXTURES_RUN_EMULATOR]).size)
    })`
  const { exitCode, stdout, stderr } = await runCommandLine(exec(script, '--clock', '2026-11-01T00:00:00Z'))
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '2026-11-01 1\n' })
  expect(stderr).toMatch(/^soracom-fixtures emulator: ready at http:\/\/127\.0\.0\.1:\d+ for \S*node\n/)
  expect(stderr).toMatch(/soracom-fixtures emulator: stopped; 0 operators made, none is left; 0 calls\n$/)
})

test('fixtures in it are made there', async () => {
  const project = await createInlineProject({
    'a.test.ts': `
      import { operator, useFixtures } from '@soracom-fixtures/vitest'
      import { expect, test } from 'vitest'
      const fx = useFixtures({ shop: operator() })
      test('it is there', () => expect(fx.shop.operatorId).toMatch(/^OP/))`,
  })
  try {
    const vitest = 'node_modules/vitest/vitest.mjs'
    const { exitCode, stderr } = await runCommandLine(['emulator', 'exec', '--', process.execPath, vitest, 'run'], {
      cwd: project.folder,
    })
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/stopped; 1 operator made, none is left; \d+ calls\n$/)
  } finally {
    await project.remove()
  }
})

test('its exit code is that of the command', async () => {
  expect(await runCommandLine(exec('process.exitCode = 7'))).toMatchObject({ exitCode: 7 })
})

test('its exit code is 128 and the number of the signal that ended the command', async () => {
  const outcome = await runCommandLine(exec('process.kill(process.pid, "SIGKILL"); setTimeout(() => {}, 1e6)'))
  expect(outcome).toMatchObject({ exitCode: 128 + constants.signals.SIGKILL, signal: null })
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s is passed on to the command, which decides', async (signal) => {
  const script = `
    const timer = setInterval(() => {}, 1e6)
    process.on('${signal}', () => { console.log('got ${signal}'); clearInterval(timer); process.exitCode = 5 })
    console.log('waiting')`
  const command = startCommandLine(exec(script))
  expect(await command.firstLine).toBe('waiting')
  command.kill(signal)
  const { exitCode, stdout, stderr } = await command.ended
  expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: `waiting\ngot ${signal}\n` })
  expect(stderr).toContain('stopped; 0 operators made')
})

test('a command that a signal ends ends it with that signal’s exit code', async () => {
  const command = startCommandLine(exec('console.log("waiting"); setInterval(() => {}, 1e6)'))
  await command.firstLine
  command.kill('SIGTERM')
  expect(await command.ended).toMatchObject({ exitCode: 128 + constants.signals.SIGTERM, signal: null })
})

test('a command that is not there ends with exit code 127, as in a shell', async () => {
  const { exitCode, stderr } = await runCommandLine(['emulator', 'exec', '--', 'no-such-command'])
  expect(exitCode).toBe(127)
  expect(stderr).toContain('soracom-fixtures: there is no command "no-such-command" here.')
})

test('options of the command are its own, and a further -- too', async () => {
  const { stdout } = await runCommandLine([...exec('console.log(process.argv.slice(1))'), '--', '--help', '--seed'])
  expect(stdout).toBe("[ '--help', '--seed' ]\n")
})

test('a command without -- before it is refused with how to write it', async () => {
  const { exitCode, stderr } = await runCommandLine(['emulator', 'exec', 'npm', 'test'])
  expect(exitCode).toBe(2)
  expect(stderr).toBe(
    'soracom-fixtures: the command to run stands after --. Write: soracom-fixtures emulator exec -- npm test\n',
  )
})
