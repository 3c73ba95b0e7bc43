import { once } from 'node:events'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type CommandLineOptions, runCommandLine, startCommandLine } from '../support/command-line.ts'
import { readShownOutput, toShape } from '../support/shown-output.ts'

// Starts `emulator` on a free port and makes sure that it is gone after the test.
function startEmulator(args: readonly string[] = [], options: CommandLineOptions = {}) {
  const emulator = startCommandLine(['emulator', '--port', '0', ...args], options)
  onTestFinished(async () => {
    emulator.kill('SIGKILL')
    await emulator.ended
  })
  return emulator
}

async function readyEvent(emulator: ReturnType<typeof startEmulator>) {
  return JSON.parse(await emulator.firstLine) as { endpoint: string; health: string; port: number; pid: number }
}

async function initOperator(endpoint: string, keys: { authKeyId: string; authKey: string }) {
  const response = await fetch(`${endpoint}/v1/sandbox/init`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'shop@example.com', password: 'superStrong1', ...keys, registerPaymentMethod: true }),
  })
  return { status: response.status, body: (await response.json()) as { operatorId: string; apiKey: string } }
}

const anyKeys = { authKeyId: 'keyId-any', authKey: 'secret-any' }

test('one line says where it is ready, and it answers there', async () => {
  const emulator = startEmulator()
  const line = await emulator.firstLine
  const [, endpoint = '', health = ''] =
    /^soracom-fixtures emulator: ready at (http:\/\/127\.0\.0\.1:\d+) \(SORACOM_ENDPOINT\), health (\S+)$/.exec(line) ??
    []
  expect(health).toBe(`${endpoint}/_emulator/health`)
  expect(await (await fetch(health)).json()).toMatchObject({ status: 'ok' })
  expect((await initOperator(endpoint, anyKeys)).status).toBe(201)
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it cleanly, with a last line of counts', async (signal) => {
  const emulator = startEmulator(['--json'])
  const { endpoint } = await readyEvent(emulator)
  await initOperator(endpoint, anyKeys)
  emulator.kill(signal)
  const { exitCode, stdout, stderr } = await emulator.ended
  expect(exitCode).toBe(0)
  expect(stderr).toBe('')
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    expect.objectContaining({ event: 'ready', endpoint }),
    { event: 'stopped', operatorsMade: 1, operatorsDeleted: 0, operatorsLeft: 1, calls: 1 },
  ])
  await expect(fetch(endpoint)).rejects.toThrow()
})

test('the state in a file is where it begins, and where it is left for this user alone', async () => {
  const state = join(await mkdtemp(join(tmpdir(), 'soracom-fixtures-state-')), 'state.json')
  onTestFinished(() => rm(join(state, '..'), { recursive: true }))
  const first = startEmulator(['--json', '--state', state])
  const { body } = await initOperator((await readyEvent(first)).endpoint, anyKeys)
  first.kill('SIGTERM')
  expect((await first.ended).exitCode).toBe(0)
  expect((await stat(state)).mode & 0o777).toBe(0o600)
  const second = startEmulator(['--json', '--state', state])
  const { endpoint } = await readyEvent(second)
  const login = JSON.stringify({ email: 'shop@example.com', password: 'superStrong1' })
  const response = await fetch(`${endpoint}/v1/auth`, { method: 'POST', body: login })
  expect(await response.json()).toMatchObject({ operatorId: body.operatorId })
})

test('a state that cannot be read is an error that tells nothing of it', async () => {
  const state = join(await mkdtemp(join(tmpdir(), 'soracom-fixtures-state-')), 'state.json')
  onTestFinished(() => rm(join(state, '..'), { recursive: true }))
  await writeFile(state, '{"password":"hunter2"')
  const { exitCode, stdout, stderr } = await runCommandLine(['emulator', '--port', '0', '--state', state])
  expect(exitCode).toBe(1)
  expect(stderr).toContain('cannot be read. Give another file with --state')
  expect(stdout + stderr).not.toContain('hunter2')
})

test('the README shows what it prints', async () => {
  const emulator = startEmulator()
  const [, endpoint = ''] = /ready at (\S+)/.exec(await emulator.firstLine) ?? []
  await initOperator(endpoint, anyKeys)
  emulator.kill('SIGINT')
  const { stdout } = await emulator.ended
  const shown = await readShownOutput('packages/cli/README.md', 'npx soracom-fixtures emulator')
  expect(toShape(stdout)).toEqual(toShape(shown))
})

test('the counts are a sentence without --json, and a call under way does not hold it up', async () => {
  const emulator = startEmulator()
  const [endpoint = ''] = /http:\S+\d/.exec(await emulator.firstLine) ?? []
  const headers = { 'content-length': 10, expect: '100-continue' }
  const call = request(`${endpoint}/v1/auth`, { method: 'POST', headers })
  const failed = once(call, 'error')
  call.flushHeaders()
  await once(call, 'continue')
  emulator.kill('SIGINT')
  const { stdout } = await emulator.ended
  expect(stdout).toMatch(/\nsoracom-fixtures emulator: stopped; 0 operators made, none is left; 0 calls\n$/)
  expect(await failed).toMatchObject([{ code: 'ECONNRESET' }])
})

test('the clock and the seed are what the options say', async () => {
  const twice = [1, 2].map(async () => {
    const emulator = startEmulator(['--json', '--clock', '2026-11-01T00:00:00Z', '--seed', 'x'])
    const { endpoint, health } = await readyEvent(emulator)
    expect(await (await fetch(health)).json()).toMatchObject({ now: expect.stringMatching(/^2026-11-01T00:/) })
    return (await initOperator(endpoint, anyKeys)).body.operatorId
  })
  const [one, other] = await Promise.all(twice)
  expect(one).toBe(other)
})

test('settings are heeded, and others are refused with those that there are', async () => {
  const args = ['--json', '--setting', 'sandboxCallsNeedAuth=false', '--setting', 'missingTokenStatus=400']
  const { endpoint } = await readyEvent(startEmulator(args))
  expect((await fetch(`${endpoint}/v1/sandbox/subscribers/create`, { method: 'POST' })).status).toBe(200)
  expect((await fetch(`${endpoint}/v1/subscribers`)).status).toBe(400)
  const { exitCode, stderr } = await runCommandLine(['emulator', '--setting', 'registerStats=201'])
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(' registerStatus, ')])
})

test('hosts that are allowed may be named in calls, and others may not', async () => {
  const emulator = startEmulator(['--json', '--allow-host', 'emulator', '--allow-host', 'other'])
  const { port } = await readyEvent(emulator)
  const statuses = await Promise.all(['emulator', 'other', 'evil'].map((host) => statusByHost(port, host)))
  expect(statuses).toEqual([401, 401, 403])
})

test('a key pair in the environment is asked for, and is told nowhere', async () => {
  const env = {
    SORACOM_FIXTURES_EMULATOR_AUTH_KEY_ID: 'keyId-mine',
    SORACOM_FIXTURES_EMULATOR_AUTH_KEY: 'secret-hunter2',
  }
  const emulator = startEmulator(['--json'], { env })
  const { endpoint } = await readyEvent(emulator)
  expect((await initOperator(endpoint, anyKeys)).status).toBe(400)
  expect((await initOperator(endpoint, { authKeyId: 'keyId-mine', authKey: 'secret-hunter2' })).status).toBe(201)
  emulator.kill('SIGTERM')
  const { stdout, stderr } = await emulator.ended
  expect(stdout + stderr).not.toContain('hunter2')
})

test('half a key pair in the environment is refused without telling it', async () => {
  const env = { SORACOM_FIXTURES_EMULATOR_AUTH_KEY: 'secret-hunter2' }
  const { exitCode, stdout, stderr } = await runCommandLine(['emulator', '--port', '0'], { env })
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toBe(
    'soracom-fixtures: SORACOM_FIXTURES_EMULATOR_AUTH_KEY is set, but SORACOM_FIXTURES_EMULATOR_AUTH_KEY_ID is not. ' +
      'Set both, or neither to accept any pair of keys.\n',
  )
})

test('a port that is taken is an error that says what to do', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const { exitCode, stdout, stderr } = await runCommandLine(['emulator', '--port', `${port}`])
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
  expect(stderr).toBe(
    `soracom-fixtures: port ${port} of 127.0.0.1 is taken. Stop what listens there, or give another with --port ` +
      '(0 for any that is free).\n',
  )
})

test('an address that is not this machine’s is an error that says what to do', async () => {
  const { exitCode, stderr } = await runCommandLine(['emulator', '--port', '0', '--host', '192.0.2.1'])
  expect(exitCode).toBe(1)
  expect(stderr).toContain('192.0.2.1 is no address of this machine. Give one that is with --host')
})

async function statusByHost(port: number, host: string): Promise<number | undefined> {
  const call = request({ port, host: '127.0.0.1', path: '/v1/products', headers: { host } })
  call.end()
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  response.resume()
  return response.statusCode
}
