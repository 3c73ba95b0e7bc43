import { toStoreAddress } from '../kit/store-address.ts'
import type { FixturesConfig } from './fixtures-config.ts'

/** A setting's name, as users write it in a configuration file. */
export type SettingName = keyof FixturesConfig

/** Environment variables, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** How one setting is read. */
export interface Setting {
  /** The environment variable that gives it. */
  readonly variable: string
  /** What is wished for, as an error tells it. */
  readonly wish: string
  readonly secret?: true
  /** Gives the value from what a source holds (always text from the environment), or nothing where that is malformed. */
  parse(value: unknown): unknown
}

// The longest that a timer of Node waits.
const longestMs = 2 ** 31 - 1

/** Every setting there is. */
export const settings: { readonly [Name in SettingName]-?: Setting } = {
  target: {
    variable: 'SORACOM_FIXTURES_TARGET',
    wish: '"emulator", "sandbox" or the URL of a server, like http://127.0.0.1:4010',
    parse: (value) => (value === 'emulator' || value === 'sandbox' || isServerUrl(value) ? value : undefined),
  },
  authKeyId: { variable: 'SORACOM_AUTH_KEY_ID', wish: 'the ID of an auth key, like keyId-…', parse: toText },
  authKey: { variable: 'SORACOM_AUTH_KEY', wish: 'an auth key, like secret-…', secret: true, parse: toText },
  allowHosts: {
    variable: 'SORACOM_FIXTURES_ALLOW_HOSTS',
    wish: 'names of hosts, like emulator or emulator:4010 (separated by commas in the environment)',
    parse: toHosts,
  },
  setupTimeoutMs: milliseconds('SORACOM_FIXTURES_SETUP_TIMEOUT_MS'),
  fixtureTimeoutMs: milliseconds('SORACOM_FIXTURES_FIXTURE_TIMEOUT_MS'),
  teardownTimeoutMs: milliseconds('SORACOM_FIXTURES_TEARDOWN_TIMEOUT_MS'),
  callTimeoutMs: milliseconds('SORACOM_FIXTURES_CALL_TIMEOUT_MS'),
  deadlineMs: milliseconds('SORACOM_FIXTURES_DEADLINE_MS'),
  maxInFlight: {
    variable: 'SORACOM_FIXTURES_MAX_IN_FLIGHT',
    wish: 'a whole number from 1 to 1000',
    parse: (value) => toWholeNumber(value, 1000),
  },
  callsPerMinute: {
    variable: 'SORACOM_FIXTURES_CALLS_PER_MINUTE',
    wish: 'a whole number from 1 to 1000000',
    parse: (value) => toWholeNumber(value, 1_000_000),
  },
  emailDomain: {
    variable: 'SORACOM_FIXTURES_EMAIL_DOMAIN',
    wish: 'a domain, like fixtures.example.com',
    parse: (value) => (typeof value === 'string' && /^[\w-]+(\.[\w-]+)+$/.test(value) ? value : undefined),
  },
  show: {
    variable: 'SORACOM_FIXTURES_SHOW',
    wish: '"plan", "live" or "calls"',
    parse: (value) => (value === 'plan' || value === 'live' || value === 'calls' ? value : undefined),
  },
  events: { variable: 'SORACOM_FIXTURES_EVENTS', wish: 'the path of a file', parse: toText },
  runName: {
    variable: 'SORACOM_FIXTURES_RUN_NAME',
    wish: 'a name of at most 40 letters, digits and dashes',
    parse: (value) =>
      typeof value === 'string' && /^[a-z\d](?:[a-z\d-]{0,38}[a-z\d])?$/i.test(value) ? value : undefined,
  },
  journalDir: { variable: 'SORACOM_FIXTURES_JOURNAL_DIR', wish: 'the path of a folder', parse: toText },
  journalStore: {
    variable: 'SORACOM_FIXTURES_JOURNAL_STORE',
    wish: 'a URL of redis, http or file, like redis://10.0.0.5:6379, or a driver of unstorage that other machines reach too, with its options (JSON in the environment)',
    secret: true,
    parse: toStoreAddress,
  },
  reaper: { variable: 'SORACOM_FIXTURES_REAPER', wish: '"on" or "off" (true or false in code)', parse: toSwitch },
  language: {
    variable: 'SORACOM_FIXTURES_LANGUAGE',
    wish: '"en" or "ja"',
    parse: (value) => (value === 'en' || value === 'ja' ? value : undefined),
  },
}

function milliseconds(variable: string): Setting {
  return {
    variable,
    wish: `a whole number of milliseconds from 1 to ${longestMs}`,
    parse: (value) => toWholeNumber(value, longestMs),
  }
}

function toWholeNumber(value: unknown, largest: number): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= largest ? number : undefined
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function toSwitch(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  return value === 'on' || value === 'true' || value === '1' ? true : offWords.includes(value) ? false : undefined
}

const offWords: readonly unknown[] = ['off', 'false', '0']

function toHosts(value: unknown): readonly string[] | undefined {
  const hosts = typeof value === 'string' ? value.split(',').map((host) => host.trim()) : value
  if (!Array.isArray(hosts) || !hosts.every((host) => typeof host === 'string' && isHost(host))) return undefined
  return Object.freeze([...hosts])
}

function isHost(text: string): boolean {
  return /^(\[[\da-f:]+\]|[\w.-]+)(:\d+)?$/i.test(text)
}

function isServerUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false
  const { protocol, username, password, search, hash } = new URL(value)
  return /^https?:$/.test(protocol) && username === '' && password === '' && search === '' && hash === ''
}
