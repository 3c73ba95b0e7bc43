/** What users configure, in `soracom-fixtures.config.ts` or beside a set of fixtures. Every value may be left out. */
export interface FixturesConfig {
  /**
   * Where fixtures are created: `emulator` (embedded), `sandbox` (the SORACOM API Sandbox) or the URL of a server,
   * without `/v1`. The sandbox where credentials are given and the emulator elsewhere, unless told.
   */
  readonly target?: 'emulator' | 'sandbox' | (string & {}) | undefined
  /** ID of an auth key of the production account, which the sandbox checks before it makes an operator. */
  readonly authKeyId?: string | undefined
  /** The auth key itself. Better kept in the environment than in a file that is committed. */
  readonly authKey?: string | undefined
  /** Hosts that may be called besides the sandbox and loopback, such as `emulator` or `emulator:4010`. */
  readonly allowHosts?: readonly string[] | undefined
  /** Time in which a set must be ready, in milliseconds; 120,000 unless told. */
  readonly setupTimeoutMs?: number | undefined
  /** Time in which each fixture of a set must be ready, in milliseconds; 120,000 unless told. */
  readonly fixtureTimeoutMs?: number | undefined
  /** Time in which a set must be deleted, in milliseconds; 60,000 unless told. */
  readonly teardownTimeoutMs?: number | undefined
  /** Time for one call, in milliseconds; 30,000 unless told. */
  readonly callTimeoutMs?: number | undefined
  /** Time for a call with everything that repeats it, in milliseconds; 120,000 unless told. */
  readonly deadlineMs?: number | undefined
  /** How many calls may be under way at once; 32 unless told. */
  readonly maxInFlight?: number | undefined
  /** How many calls all processes of a run may make in a minute; 1,000 on the sandbox and no bound elsewhere, unless told. */
  readonly callsPerMinute?: number | undefined
  /** Domain of the e-mail addresses that are made for operators; `fixtures.example.com` unless told. */
  readonly emailDomain?: string | undefined
  /**
   * What is shown on standard error: each set's `plan`, each fixture as it comes (`live`), or every call too (`calls`).
   * Nothing unless told, but for a line where a setup takes longer than a second.
   */
  readonly show?: 'plan' | 'live' | 'calls' | undefined
  /** A file that every event is appended to, a line of JSON each. */
  readonly events?: string | undefined
  /**
   * Name of the run, in letters, digits and dashes, which the e-mail addresses of its operators begin with; made of the
   * runner's process unless told. Give each machine and each attempt its own.
   */
  readonly runName?: string | undefined
  /** Folder of the journals of operators that were made; `.soracom-fixtures/journal` in the project unless told. */
  readonly journalDir?: string | undefined
  /**
   * Where a fleet of machines keeps what its runs write down, beside the journal in each project, so that any machine can
   * clean up after one that is lost: a URL (`redis://…`, `https://…`, `file:///…`), or a driver of `unstorage` with its
   * options. May hold a password, and is never printed. Nothing unless told; needs `unstorage` installed.
   */
  readonly journalStore?: string | { readonly driver: string; readonly options?: object } | undefined
  /** Whether a small process cleans up after a run that was killed; true unless told. */
  readonly reaper?: boolean | undefined
  /** Language of the API's messages; `en` unless told. */
  readonly language?: 'en' | 'ja' | undefined
}

/**
 * Types a configuration file.
 *
 * @example
 * // soracom-fixtures.config.ts
 * import { defineConfig } from 'soracom-fixtures/vitest'
 * export default defineConfig({ target: 'emulator', setupTimeoutMs: 30_000 })
 */
export function defineConfig<const Config extends FixturesConfig>(config: Config): Config {
  return config
}
