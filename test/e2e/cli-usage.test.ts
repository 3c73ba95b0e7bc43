import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommandLine } from '../support/command-line.ts'

test.each([['--version'], ['-v']])('%s is the version of the package', async (flag) => {
  const manifest = await readFile(join(import.meta.dirname, '../../packages/cli/package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  expect(await runCommandLine([flag])).toMatchObject({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
})

test.each([['--help'], ['-h']])('%s lists the commands', async (flag) => {
  const { exitCode, stdout, stderr } = await runCommandLine([flag])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout).toContain('USAGE soracom-fixtures')
  expect(stdout).toMatch(/^ +emulator +Serve the emulator/m)
  expect(stdout).toMatch(/^ +plan +Show what/m)
})

test('a command has help of its own, with its defaults and its environment', async () => {
  const { stdout } = await runCommandLine(['emulator', '--help'])
  expect(stdout).toMatch(/--port=<number> .*\(Default: 4010\)/)
  expect(stdout).toMatch(/^ +exec +Run a command/m)
  expect(stdout).toContain('SORACOM_FIXTURES_EMULATOR_AUTH_KEY_ID')
})

test('no command at all is answered with the help, as an error', async () => {
  const { exitCode, stdout, stderr } = await runCommandLine([])
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain('USAGE soracom-fixtures')
})

test.each([
  [['emulatr'], '"soracom-fixtures" has no command "emulatr". Did you mean "emulator"?'],
  [['nothing'], '"soracom-fixtures" has no command "nothing". Run "soracom-fixtures --help"'],
  [['emulator', 'exce'], '"soracom-fixtures emulator" has no command "exce". Did you mean "exec"?'],
  [['--prot'], '"soracom-fixtures" has no option --prot.'],
  [['emulator', '--prt', '1'], '"soracom-fixtures emulator" has no option --prt. Did you mean --port?'],
  [['emulator', '--port'], '--port needs a value, number.'],
  [['emulator', '--port', '--json'], '--port needs a value'],
  [['emulator', '--port='], '--port needs a value'],
  [['emulator', '--port', '1', '--port', '2'], '--port is given more than once.'],
  [['emulator', '--port', '65536'], '--port must be a whole number from 0 to 65535; it is "65536".'],
  [['emulator', '--port', '0x10'], '--port must be a whole number from 0 to 65535; it is "0x10".'],
  [['emulator', '--latency-ms', '1.5'], '--latency-ms must be a whole number from 0 to 600000; it is "1.5".'],
  [['emulator', '--clock', 'noon'], '--clock must be a time such as 2026-11-01T00:00:00Z; it is "noon".'],
  [['emulator', '--json=yes'], '--json takes no value; it was given "yes".'],
  [['emulator', '--json', 'extra'], '"soracom-fixtures emulator" takes no argument; it was given "extra".'],
  [['plan'], '"soracom-fixtures plan" needs FILE: '],
  [['plan', 'a.ts', '--format', 'xml'], '--format must be one of tree, json, mermaid; it is "xml".'],
  [['emulator', 'exec'], '"soracom-fixtures emulator exec" needs COMMAND: The command and its arguments, after --.'],
])('%j ends with exit code 2 and says why', async (args, message) => {
  const { exitCode, stdout, stderr } = await runCommandLine(args)
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain(`soracom-fixtures: ${message}`)
})
