import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { UnsafeTargetError } from '@soracom-fixtures/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { describeTarget, resolveConfiguration } from './configuration.ts'

let cwd: string

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'soracom-fixtures-configuration-'))
})

afterEach(async () => {
  await rm(cwd, { recursive: true })
})

const credentials = { SORACOM_AUTH_KEY_ID: 'keyId-abc', SORACOM_AUTH_KEY: 'secret-hunter2' }

async function resolve(env: NodeJS.ProcessEnv = {}, overrides = {}) {
  return await resolveConfiguration({ cwd, env: { HOME: cwd, ...env }, overrides })
}

// What it says, above the address of its page.
async function failure(env: NodeJS.ProcessEnv = {}, overrides = {}): Promise<string> {
  const error = await resolve(env, overrides).catch((reason) => reason)
  expect(error).toBeInstanceOf(ConfigurationError)
  expect(error.message).not.toContain('hunter2')
  const [address = '', ...said] = error.message.split('\n').reverse()
  expect(address).toMatch(/\/docs\/errors\.md#fixture_configuration$/)
  return said.reverse().join('\n')
}

describe('the target', () => {
  test('is the embedded emulator without credentials', async () => {
    const configuration = await resolve()
    expect(configuration.target).toEqual({ kind: 'emulator' })
    expect(describeTarget(configuration)).toBe(
      'soracom-fixtures: target is the embedded emulator, since no credentials are given',
    )
  })

  test('is the sandbox with credentials', async () => {
    const configuration = await resolve(credentials)
    expect(configuration).toMatchObject({ target: { kind: 'sandbox' }, authKeyId: 'keyId-abc' })
    expect(configuration.authKey).toBe('secret-hunter2')
    expect(describeTarget(configuration)).toBe(
      'soracom-fixtures: target is the API Sandbox at https://api-sandbox.soracom.io, since SORACOM_AUTH_KEY_ID in the environment gives credentials',
    )
  })

  test('is what SORACOM_FIXTURES_TARGET says, whatever else is given', async () => {
    const configuration = await resolve({ ...credentials, SORACOM_FIXTURES_TARGET: 'emulator' })
    expect(configuration.target).toEqual({ kind: 'emulator' })
    expect(configuration.targetReason).toBe('SORACOM_FIXTURES_TARGET in the environment says so')
    expect(configuration.authKey).not.toContain('hunter2')
  })

  test('is a server by its URL, with or without /v1', async () => {
    const { target } = await resolve({ SORACOM_FIXTURES_TARGET: 'http://127.0.0.1:4010/v1/' })
    expect(target).toEqual({ kind: 'url', endpoint: 'http://127.0.0.1:4010' })
  })

  const production = 'names'
  const unknown = 'are refused, and nothing was sent'

  test.each([
    ['https://api.soracom.io', production],
    ['https://API.soracom.io./v1', production],
    ['https://g.api.soracom.io:443', production],
    ['https://api\uff0esoracom.io', production],
    ['https://jp.api.soracom.io', production],
    ['https://api-sandbox.soracom.io.example.com', unknown],
    ['https://xn--pi-sandbox-1ij.soracom.io', unknown],
    ['http://127.0.0.1.example.com', unknown],
    ['http://0.0.0.0:4010', unknown],
  ])('is not %s, wherever that is told', async (url, why) => {
    const refusal = async (env = {}, overrides = {}) => {
      const error = await resolve(env, overrides).catch((reason: unknown) => reason)
      expect(UnsafeTargetError.is(error)).toBe(true)
      return (error as Error).message
    }
    const fromEnvironment = await refusal({ SORACOM_FIXTURES_TARGET: url })
    expect(fromEnvironment).toContain(why)
    if (why === production) expect(fromEnvironment).toContain('SORACOM_FIXTURES_TARGET in the environment names')
    expect(await refusal({}, { target: url })).toContain(why)
    await writeFile(join(cwd, 'soracom-fixtures.config.mjs'), `export default { target: ${JSON.stringify(url)} }`)
    expect(await refusal()).toContain(why)
    await writeFile(join(cwd, '.env'), `SORACOM_FIXTURES_TARGET=${url}\n`)
    expect(await refusal()).toContain(why)
  })

  test('is a host of another name where that is allowed by name', async () => {
    const told = { SORACOM_FIXTURES_TARGET: 'http://emulator:4010', SORACOM_FIXTURES_ALLOW_HOSTS: 'emulator' }
    expect((await resolve(told)).target).toEqual({ kind: 'url', endpoint: 'http://emulator:4010' })
  })

  test('needs credentials when it is the sandbox', async () => {
    expect(await failure({ SORACOM_FIXTURES_TARGET: 'sandbox' })).toBe(
      'The target is the API Sandbox, since SORACOM_FIXTURES_TARGET in the environment says so, but there are no credentials. ' +
        'Set SORACOM_AUTH_KEY_ID and SORACOM_AUTH_KEY to an auth key of your production account (in the environment or .env), ' +
        'or set SORACOM_FIXTURES_TARGET=emulator to do without.',
    )
  })

  test('gets no credentials over an open line', async () => {
    const env = { ...credentials, SORACOM_FIXTURES_TARGET: 'http://emulator:4010' }
    expect(await failure(env)).toContain('is not encrypted')
  })
})

describe('the sources', () => {
  test('are options, environment, .env, configuration file and profile, the strongest first', async () => {
    const profileDir = join(cwd, 'profiles')
    await mkdir(profileDir)
    await writeFile(
      join(profileDir, 'default.json'),
      JSON.stringify({ authKeyId: 'keyId-profile', authKey: 'secret-p' }),
    )
    const env = { SORACOM_PROFILE_DIR: profileDir }
    expect((await resolve(env)).sources.authKeyId).toBe('authKeyId in default.json in SORACOM_PROFILE_DIR')

    await writeFile(
      join(cwd, 'soracom-fixtures.config.ts'),
      `export default { authKeyId: 'keyId-file' as string, authKey: 'secret-f', maxInFlight: 4, setupTimeoutMs: 1000 }`,
    )
    expect(await resolve(env)).toMatchObject({ authKeyId: 'keyId-file', options: { maxInFlight: 4 } })

    await writeFile(
      join(cwd, '.env'),
      'SORACOM_AUTH_KEY_ID=keyId-dotenv\nSORACOM_AUTH_KEY="secret-d"\nSORACOM_FIXTURES_MAX_IN_FLIGHT=5\n',
    )
    const fromDotenv = await resolve(env)
    expect(fromDotenv).toMatchObject({ authKeyId: 'keyId-dotenv', options: { maxInFlight: 5, setupTimeoutMs: 1000 } })
    expect(fromDotenv.sources.maxInFlight).toBe('SORACOM_FIXTURES_MAX_IN_FLIGHT in .env')

    const both = { ...env, ...credentials, SORACOM_FIXTURES_MAX_IN_FLIGHT: '6' }
    expect(await resolve(both)).toMatchObject({ authKeyId: 'keyId-abc', options: { maxInFlight: 6 } })
    expect(await resolve(both, { maxInFlight: 7 })).toMatchObject({ options: { maxInFlight: 7 } })
  })

  test('leave the process environment as it is', async () => {
    await writeFile(join(cwd, '.env'), 'SORACOM_FIXTURES_MARK=1\n')
    await resolve()
    expect(process.env.SORACOM_FIXTURES_MARK).toBeUndefined()
  })

  test('include a configuration file in a folder above', async () => {
    await writeFile(join(cwd, 'soracom-fixtures.config.mjs'), 'export default { maxInFlight: 3 }')
    await mkdir(join(cwd, 'packages'))
    const { options } = await resolveConfiguration({ cwd: join(cwd, 'packages'), env: { HOME: cwd } })
    expect(options.maxInFlight).toBe(3)
  })

  test('pass over the profile of a sandbox operator', async () => {
    await writeFile(join(cwd, 'default.json'), JSON.stringify({ sandbox: true, authKeyId: 'keyId-s', authKey: 's' }))
    expect((await resolve({ SORACOM_PROFILE_DIR: cwd })).target.kind).toBe('emulator')
  })

  test('count an empty variable as none', async () => {
    expect((await resolve({ SORACOM_AUTH_KEY_ID: '', SORACOM_AUTH_KEY: '' })).target.kind).toBe('emulator')
  })
})

describe('an error', () => {
  test('names the source and the wish of a malformed value', async () => {
    expect(await failure({ SORACOM_FIXTURES_TARGET: 'moon' })).toBe(
      'SORACOM_FIXTURES_TARGET in the environment must be "emulator", "sandbox" or the URL of a server, like http://127.0.0.1:4010; it is "moon" (string).',
    )
    await writeFile(join(cwd, 'soracom-fixtures.config.mjs'), 'export default { setupTimeoutMs: "soon" }')
    expect(await failure()).toContain('setupTimeoutMs in soracom-fixtures.config.mjs must be a whole number')
  })

  test('names the half of the credentials that is missing, and prints neither', async () => {
    expect(await failure({ SORACOM_AUTH_KEY: 'secret-hunter2' })).toBe(
      'SORACOM_AUTH_KEY in the environment is given, but SORACOM_AUTH_KEY_ID is nowhere. Give the ID of an auth key, like keyId-… as SORACOM_AUTH_KEY_ID too, or neither to use the emulator.',
    )
  })

  test('names an unknown setting of the configuration file', async () => {
    await writeFile(join(cwd, 'soracom-fixtures.config.mjs'), 'export default { timeout: 1 }')
    expect(await failure()).toContain('has "timeout", which is no setting. Known are target,')
  })

  test('says that a configuration file cannot be loaded, and why', async () => {
    await writeFile(join(cwd, 'soracom-fixtures.config.ts'), 'throw new Error("no luck")')
    expect(await failure()).toBe('soracom-fixtures.config.ts could not be loaded: no luck')
  })

  test('of a broken profile quotes nothing of it', async () => {
    await writeFile(join(cwd, 'default.json'), '{"authKey": "secret-hunter2"')
    expect(await failure({ SORACOM_PROFILE_DIR: cwd })).toContain('is not a JSON object')
  })
})

test('the auth key is read by code and never printed', async () => {
  const configuration = await resolve(credentials)
  expect(inspect(configuration, { depth: 9 }) + JSON.stringify(configuration)).not.toContain('hunter2')
})

test('the address of a store may hold a password, and is never printed', async () => {
  const told = { SORACOM_FIXTURES_JOURNAL_STORE: 'redis://:hunter2@10.0.0.5:6379' }
  const configuration = await resolve(told)
  expect(configuration.journalStore).toEqual({ driver: 'redis', options: { url: told.SORACOM_FIXTURES_JOURNAL_STORE } })
  expect(inspect(configuration, { depth: 9 }) + JSON.stringify(configuration)).not.toContain('hunter2')
  expect(await failure({ SORACOM_FIXTURES_JOURNAL_STORE: 'memory://hunter2' })).toContain(
    'SORACOM_FIXTURES_JOURNAL_STORE in the environment must be a URL of redis, http or file',
  )
})
