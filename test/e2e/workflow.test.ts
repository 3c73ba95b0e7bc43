import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { operator } from '@soracom-fixtures/core'
import { createSession } from '@soracom-fixtures/core/engine'
import { startEmulator } from '@soracom-fixtures/emulator'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { cleanEnvironment } from '../support/run-vitest.ts'

// Runs what the workflow of examples/github-actions runs, in a shell as GitHub does, and skips what it uses.

const run = promisify(execFile)
const cwd = join(import.meta.dirname, '../../examples/github-actions')
const workflow = parse(await readFile(join(cwd, '.github/workflows/test.yml'), 'utf8')) as Workflow

interface Workflow {
  readonly env: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly strategy: { readonly matrix: { readonly shard: readonly number[] } }
  readonly env?: Readonly<Record<string, string>>
  readonly steps: readonly { readonly run?: string; readonly if?: string }[]
}

type Variables = Readonly<Record<string, string>>

test('its shards run every test file, and without secrets on the emulator', async () => {
  const outputs = await runJob('test', {})
  expect(count(outputs, 'target is the embedded emulator, since no credentials are given')).toBe(2)
  expect(count(outputs, '1 operator made, none is left')).toBe(2)
  expect(count(outputs, /test\/status\.test\.ts/)).toBe(1)
  expect(count(outputs, /test\/coupon\.test\.ts/)).toBe(1)
})

test('its last job does nothing without secrets', async () => {
  expect(await runJob('sweep', {})).toEqual([])
})

test('its last job deletes what the machine of a shard has left that was lost', async () => {
  await using emulator = await startEmulator()
  const keys = { authKeyId: 'keyId-any', authKey: 'secret-any' }
  const journalDir = await mkdtemp(join(tmpdir(), 'lost-'))
  const config = { target: emulator.endpoint, runName: 'ci-1234567890-1-2', reaper: false, journalDir, ...keys }
  await createSession({ shop: operator() }, { config }).setup()
  await rm(journalDir, { recursive: true })
  expect(emulator.counts().operatorsLeft).toBe(1)
  const secrets = { 'secrets.SORACOM_AUTH_KEY_ID': keys.authKeyId, 'secrets.SORACOM_AUTH_KEY': keys.authKey }
  const [first, second] = await runJob('sweep', secrets, { SORACOM_FIXTURES_TARGET: emulator.endpoint })
  expect(first).toContain('Nothing is left.')
  expect(second).toContain('fixtures-ci-1234567890-1-2-1-1@')
  expect(emulator.counts().operatorsLeft).toBe(0)
})

// What each step of the job prints, for each shard.
async function runJob(name: string, secrets: Variables, more: Variables = {}): Promise<string[]> {
  const { strategy, env = {}, steps } = workflow.jobs[name] as Job
  const outputs: string[] = []
  for (const shard of strategy.matrix.shard) {
    const variables = {
      'github.run_id': '1234567890',
      'github.run_attempt': '1',
      'matrix.shard': String(shard),
      ...secrets,
    }
    const given = fillAll({ ...workflow.env, ...env }, variables)
    for (const step of steps) {
      if (step.run === undefined || step.run === 'npm ci' || !holds(step.if, given)) continue
      const all = { ...cleanEnvironment(), CI: 'true', ...given, ...more }
      const { stdout, stderr } = await run('bash', ['-e', '-c', fill(step.run, variables)], { cwd, env: all })
      outputs.push(stdout + stderr)
    }
  }
  return outputs
}

// The conditions that the workflow has; after steps that succeeded.
function holds(condition: string | undefined, env: Variables): boolean {
  if (condition === undefined || condition === 'always()') return true
  const [, name = ''] = /^env\.(\w+) != ''$/.exec(condition) ?? []
  if (name === '') throw new Error(`The condition ${condition} is not known here.`)
  return env[name] !== ''
}

function fillAll(env: Variables, variables: Variables): Variables {
  return Object.fromEntries(Object.entries(env).map(([name, text]) => [name, fill(text, variables)]))
}

// A secret that is not at hand is empty.
function fill(text: string, variables: Variables): string {
  return text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_whole, name: string) => {
    const value = variables[name] ?? (name.startsWith('secrets.') ? '' : undefined)
    if (value === undefined) throw new Error(`${name} is not known here.`)
    return value
  })
}

function count(outputs: readonly string[], text: string | RegExp): number {
  return outputs.filter((output) => (typeof text === 'string' ? output.includes(text) : text.test(output))).length
}
