import process from 'node:process'
import { sandboxHosts } from '@soracom-fixtures/api'
import { assertSafeTarget } from '@soracom-fixtures/client'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { withHidden } from '../kit/redacted.ts'
import type { StoreAddress } from '../kit/store-address.ts'
import { chooseTarget, type Given, type Target } from './choose-target.ts'
import type { FixturesConfig } from './fixtures-config.ts'
import {
  nameIn,
  readConfigFile,
  readDotenv,
  readEnvironment,
  readOverrides,
  readProfile,
  type Source,
} from './read-sources.ts'
import { type Environment, type SettingName, settings } from './settings.ts'

/** The configuration in force: complete, checked and frozen. */
export interface Configuration {
  readonly target: Target
  /** Why it is the target, such as `no credentials are given`. */
  readonly targetReason: string
  readonly authKeyId: string
  /** Readable, never printed. */
  readonly authKey: string
  /** Where a fleet of machines keeps its journal; nothing unless told. Readable, never printed. */
  readonly journalStore: StoreAddress | undefined
  readonly options: ConfigurationOptions
  /** Where each setting that is not a default came from. */
  readonly sources: Readonly<Partial<Record<SettingName, string>>>
}

/** The settings that have a default. */
export interface ConfigurationOptions {
  readonly allowHosts: readonly string[]
  readonly setupTimeoutMs: number
  readonly fixtureTimeoutMs: number
  readonly teardownTimeoutMs: number
  readonly callTimeoutMs: number
  readonly deadlineMs: number
  readonly maxInFlight: number
  /** Nothing where the target has no limit that is known. */
  readonly callsPerMinute: number | undefined
  readonly emailDomain: string
  readonly show: 'plan' | 'live' | 'calls' | undefined
  readonly events: string | undefined
  /** Made of the runner's process where nothing is told. */
  readonly runName: string | undefined
  /** `.soracom-fixtures/journal` in the project where nothing is told. */
  readonly journalDir: string | undefined
  readonly reaper: boolean
  readonly language: 'en' | 'ja'
}

/** Where configuration is looked for. */
export interface ConfigurationPlaces {
  /** The current directory unless told. */
  readonly cwd?: string | undefined
  /** The process's environment unless told. */
  readonly env?: Environment | undefined
  /** Settings that stand in code; stronger than everything else. */
  readonly overrides?: FixturesConfig | undefined
  /** The files' settings as the run's global setup read them, so that its workers need not read them again. */
  readonly recorded?: readonly Source[] | undefined
}

const defaults: ConfigurationOptions = Object.freeze({
  allowHosts: Object.freeze([]),
  setupTimeoutMs: 120_000,
  fixtureTimeoutMs: 120_000,
  teardownTimeoutMs: 60_000,
  callTimeoutMs: 30_000,
  deadlineMs: 120_000,
  maxInFlight: 32,
  callsPerMinute: undefined,
  emailDomain: 'fixtures.example.com',
  show: undefined,
  events: undefined,
  runName: undefined,
  journalDir: undefined,
  reaper: true,
  language: 'en',
})

// Limits are counted by operator and group of paths and are not published; an answer was seen to say 1,000 in 60 seconds.
const sandboxCallsPerMinute = 1_000

function defaultsFor({ kind }: Target): ConfigurationOptions {
  return kind === 'sandbox' ? { ...defaults, callsPerMinute: sandboxCallsPerMinute } : defaults
}

/** Without credentials: an emulator takes any pair unless it is told which. Public on purpose, it opens nothing. */
export const publicKey: { readonly authKeyId: string; readonly authKey: string } = {
  authKeyId: 'keyId-soracomFixturesPublic',
  authKey: 'secret-soracomFixturesPublic',
}

/**
 * Finds the configuration: options in code, the environment, `.env`, `soracom-fixtures.config.ts` and a profile of the
 * command-line client, the strongest first.
 *
 * @throws {ConfigurationError} that names the source and the wish, when a value is missing or malformed.
 * @throws {UnsafeTargetError} when the target is the production API, or a host that nobody has allowed.
 */
export async function resolveConfiguration(places: ConfigurationPlaces = {}): Promise<Configuration> {
  const { cwd = process.cwd(), env = process.env, overrides = {} } = places
  const files = places.recorded ?? (await readFiles(cwd))
  const sources = [readOverrides(overrides), readEnvironment(env), ...files]
  const { values, origins } = merge(sources)
  const told = values.target === undefined ? undefined : given(values, origins, 'target')
  const credentials = await findCredentials(values, origins, sources, env, told?.value)
  const { target, reason } = chooseTarget(
    told,
    credentials && given(credentials.values, credentials.origins, 'authKeyId'),
  )
  if (target.kind === 'sandbox' && !credentials) throw missingCredentials(reason)
  const key = target.kind === 'emulator' || !credentials ? publicKey : (credentials.values as typeof publicKey)
  if (target.kind === 'url' && credentials) checkEncryption(target.endpoint, credentials.origins)
  if (target.kind === 'url') assertSafeTarget(target.endpoint, values.allowHosts as readonly string[] | undefined)
  const { target: _, authKeyId: __, authKey: ___, journalStore, ...options } = values
  return Object.freeze(
    withHidden(
      {
        target: Object.freeze(target),
        targetReason: reason,
        authKeyId: key.authKeyId,
        options: Object.freeze({ ...defaultsFor(target), ...(options as Partial<ConfigurationOptions>) }),
        sources: Object.freeze({ ...origins, ...credentials?.origins }),
      },
      { authKey: key.authKey, journalStore: journalStore as StoreAddress | undefined },
    ),
  )
}

/** The settings in the files of a folder, `.env` and the configuration file, the stronger first. */
export async function readFiles(cwd: string): Promise<readonly Source[]> {
  const found = await Promise.all([readDotenv(cwd), readConfigFile(cwd)])
  return found.filter((source) => source !== undefined)
}

/** One line that says which target is used and why. */
export function describeTarget({ target, targetReason }: Configuration): string {
  const where = target.kind === 'emulator' ? 'the embedded emulator' : `${nameOfKind[target.kind]} ${target.endpoint}`
  return `soracom-fixtures: target is ${where}, since ${targetReason}`
}

const nameOfKind = { sandbox: 'the API Sandbox at', url: 'the server at' }

type Values = Partial<Record<SettingName, unknown>>
type Origins = Partial<Record<SettingName, string>>

// Takes each setting from the strongest source that has it.
function merge(sources: readonly Source[]): { values: Values; origins: Origins } {
  const values: Values = {}
  const origins: Origins = {}
  for (const source of sources) {
    for (const name of Object.keys(source.values) as SettingName[]) {
      if (name in values || source.values[name] === undefined) continue
      values[name] = parse(source, name)
      origins[name] = `${nameIn(source, name)} in ${source.name}`
    }
  }
  return { values, origins }
}

function parse(source: Source, name: SettingName): unknown {
  const { wish, secret, parse: toValue } = settings[name]
  const given = source.values[name]
  const value = toValue(given)
  if (value !== undefined) return value
  const found = secret ? `a ${typeof given} that is not one` : `${JSON.stringify(given)} (${typeof given})`
  throw new ConfigurationError(`${nameIn(source, name)} in ${source.name} must be ${wish}; it is ${found}.`)
}

// A profile in the home folder serves when the sandbox is asked for; by itself it does not make the sandbox the target.
async function findCredentials(
  values: Values,
  origins: Origins,
  sources: readonly Source[],
  env: Environment,
  told: string | undefined,
): Promise<{ values: Values; origins: Origins } | undefined> {
  const { authKeyId, authKey } = values
  if (authKeyId !== undefined && authKey !== undefined) return { values, origins }
  if (authKeyId !== undefined || authKey !== undefined) throw halfCredentials(values, origins, sources)
  const wantsSandbox = told === 'sandbox' || sandboxHosts.some((host) => told?.includes(host))
  if (told === 'emulator' || (!wantsSandbox && !env.SORACOM_PROFILE_DIR)) return undefined
  const profile = await readProfile(env)
  if (!profile || Object.keys(profile.values).length === 0) return undefined
  const found = merge([profile])
  if (found.values.authKeyId === undefined || found.values.authKey === undefined) {
    throw halfCredentials(found.values, found.origins, [profile])
  }
  return found
}

function given(values: Values, origins: Origins, name: SettingName): Given {
  return { value: String(values[name]), origin: origins[name] ?? name }
}

function halfCredentials(values: Values, origins: Origins, sources: readonly Source[]): ConfigurationError {
  const [present, absent] =
    values.authKey === undefined ? (['authKeyId', 'authKey'] as const) : (['authKey', 'authKeyId'] as const)
  const source = sources.find(({ name }) => origins[present]?.endsWith(` in ${name}`))
  const wanted = source ? nameIn(source, absent) : settings[absent].variable
  return new ConfigurationError(
    `${origins[present]} is given, but ${wanted} is nowhere. Give ${settings[absent].wish} as ${wanted} too, or neither to use the emulator.`,
  )
}

function missingCredentials(reason: string): ConfigurationError {
  return new ConfigurationError(
    `The target is the API Sandbox, since ${reason}, but there are no credentials. Set SORACOM_AUTH_KEY_ID and ` +
      'SORACOM_AUTH_KEY to an auth key of your production account (in the environment or .env), or set ' +
      'SORACOM_FIXTURES_TARGET=emulator to do without.',
  )
}

function checkEncryption(endpoint: string, origins: Origins): void {
  const { protocol, hostname } = new URL(endpoint)
  if (protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return
  throw new ConfigurationError(
    `The target ${endpoint} is not encrypted, and ${origins.authKey} would be sent to it. Use https, or take the credentials away: an emulator needs none.`,
  )
}
