import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, onTestFinished, test } from 'vitest'
import { documentsFolder } from '../contract/documents.ts'
import { startCommandLine } from '../support/command-line.ts'
import { cleanEnvironment } from '../support/inline-project.ts'

const root = join(import.meta.dirname, '../..')
const credentials = { SORACOM_AUTH_KEY_ID: 'keyId-contract', SORACOM_AUTH_KEY: 'secret-contract' }

const hasDocuments = existsSync(documentsFolder)
if (!hasDocuments) console.log(`contract: not run, there are no published documents at ${documentsFolder}`)

test.skipIf(!hasDocuments)(
  'an emulator of another process is taken for the sandbox, with credentials, and nothing is left there',
  async () => {
    const emulator = startCommandLine(['emulator', '--port', '0', '--json'], {
      env: {
        SORACOM_FIXTURES_EMULATOR_AUTH_KEY_ID: credentials.SORACOM_AUTH_KEY_ID,
        SORACOM_FIXTURES_EMULATOR_AUTH_KEY: credentials.SORACOM_AUTH_KEY,
      },
    })
    onTestFinished(async () => {
      emulator.kill('SIGKILL')
      await emulator.ended
    })
    const { endpoint } = JSON.parse(await emulator.firstLine)
    const fault = { kind: 'tooManyRequests', operation: 'createGroup', count: 1, retryAfterSeconds: 1 }
    await fetch(`${endpoint}/_emulator/faults`, { method: 'POST', body: JSON.stringify(fault) })
    const { exitCode, output } = await runContract(['--target', endpoint], credentials)
    expect(exitCode, output).toBe(0)
    expect(output).toContain('skipped "gets mails with tokens": what goes out by mail is read at a path of')
    expect(output).toContain('skipped "has bills": what a bill comes to')
    expect(output).toMatch(new RegExp(`contract: operations \\d+ of 224, statuses \\d+, fields \\d+ \\(${endpoint}\\)`))
    expect(output).toMatch(/registerSubscriber: status 200 is not listed: lastSeen is \d{4}-\d\d-\d\d, not 2022-10-21/)
    expect(output).not.toContain(credentials.SORACOM_AUTH_KEY)
    emulator.kill('SIGTERM')
    const [, stopped = ''] = (await emulator.ended).stdout.trim().split('\n')
    expect(JSON.parse(stopped)).toMatchObject({ event: 'stopped', operatorsLeft: 0 })
  },
  300_000,
)

test.each([
  ['the sandbox without credentials', ['--target', 'sandbox'], 'SORACOM_AUTH_KEY_ID and SORACOM_AUTH_KEY'],
  ['the production API', ['--target', 'https://api.soracom.io'], 'the production API'],
  ['any other host', ['--target', 'https://example.com'], 'Calls to example.com are refused, and nothing was sent'],
  ['a name of nothing', ['--target', 'staging'], '"emulator", "sandbox" or the URL of a server'],
  ['a floor of the sandbox', ['--target', 'sandbox', '--update'], '--update is for the emulator'],
  ['an argument that there is not', ['--targets'], 'Usage: npm run contract -- [--target emulator|sandbox|URL]'],
])('%s is refused before anything runs', async (_, args, message) => {
  const { exitCode, output } = await runContract(args, {})
  expect(exitCode).toBe(2)
  expect(output).toMatch(/^contract: /)
  expect(output).toContain(message)
})

// Runs what `npm run contract` does once everything is built.
async function runContract(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(root, 'scripts/contract.mjs'), ...args], {
    cwd: root,
    env: { ...cleanEnvironment(), SORACOM_DOCUMENTS: documentsFolder, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  return { exitCode, output }
}
