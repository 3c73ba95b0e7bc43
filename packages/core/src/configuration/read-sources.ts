import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type AnyDefinedFixtures, isDefinedFixtures } from '../declare/define-fixtures.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { loadConfigModule, type ModuleExports } from './load-config-module.ts'
import { type Environment, type SettingName, settings } from './settings.ts'

/** One place that settings come from. */
export interface Source {
  /** As messages name it: `the environment`, `.env`, `soracom-fixtures.config.ts` … */
  readonly name: string
  /** Whether it calls settings by their variables, such as SORACOM_AUTH_KEY, or by their names, such as authKey. */
  readonly form: 'variables' | 'names'
  readonly values: Readonly<Partial<Record<SettingName, unknown>>>
}

/** What a source calls a setting. */
export function nameIn(source: Source, setting: SettingName): string {
  return source.form === 'variables' ? settings[setting].variable : setting
}

/** Names of the configuration file, in the order in which they are looked for. */
export const configFileNames = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map(
  (extension) => `soracom-fixtures.config.${extension}`,
)

/** The environment's settings. An empty variable counts as none, as a shell's `NAME= command` means it. */
export function readEnvironment(env: Environment, name = 'the environment'): Source {
  const given = entries(({ variable }) => env[variable]).filter(([, value]) => value !== '')
  return { name, form: 'variables', values: Object.fromEntries(given) }
}

/** The settings of `.env` in a folder. Nothing else of that file reaches the process. */
export async function readDotenv(cwd: string): Promise<Source | undefined> {
  const text = await readText(join(cwd, '.env'))
  if (text === undefined) return undefined
  const { parseDotenv } = await import('./parse-dotenv.ts')
  return readEnvironment(parseDotenv(text), '.env')
}

/** The configuration file, loaded. */
export interface ConfigFile {
  readonly path: string
  readonly name: string
  readonly exports: ModuleExports
  /** The run-wide sets that it exports. */
  readonly runSets: readonly AnyDefinedFixtures[]
}

/** Loads the configuration file in a folder or the nearest one above it. */
export async function loadConfigFile(cwd: string): Promise<ConfigFile | undefined> {
  const path = await findConfigFile(cwd)
  if (path === undefined) return undefined
  const name = path.slice(dirname(path).length + 1)
  const exports = await loadModule(path, name)
  const sets = new Set(Object.values(exports).filter((value) => isDefinedFixtures(value)))
  return { path, name, exports, runSets: [...sets].filter(({ scope }) => scope === 'run') }
}

/** The settings of the configuration file in a folder or the nearest one above it. */
export async function readConfigFile(cwd: string): Promise<Source | undefined> {
  const file = await loadConfigFile(cwd)
  return file && toSource(file)
}

/** The settings of a configuration file that is loaded. */
export function toSource({ name, exports, runSets }: ConfigFile): Source | undefined {
  // A file may hold run-wide sets and no settings.
  const config = exports.default === undefined && runSets.length > 0 ? {} : exports.default
  if (isDefinedFixtures(config)) return undefined
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw new ConfigurationError(
      `${name} has no configuration as its default export. Write export default defineConfig({ … }) in it.`,
    )
  }
  const unknown = Object.keys(config).filter((key) => !(key in settings))
  if (unknown.length > 0) {
    throw new ConfigurationError(
      `${name} has ${unknown.map((key) => JSON.stringify(key)).join(', ')}, which is no setting. Known are ${Object.keys(settings).join(', ')}.`,
    )
  }
  return { name, form: 'names', values: config }
}

/**
 * The auth key in the default profile of the official command-line client, from the folder that SORACOM_PROFILE_DIR
 * names or else `.soracom` at home. A profile of the sandbox is passed over: its keys are not the production account's.
 */
export async function readProfile(env: Environment): Promise<Source | undefined> {
  const folder = env.SORACOM_PROFILE_DIR || join(env.HOME || homedir(), '.soracom')
  const name = env.SORACOM_PROFILE_DIR ? 'default.json in SORACOM_PROFILE_DIR' : '~/.soracom/default.json'
  const text = await readText(join(folder, 'default.json'))
  if (text === undefined) return undefined
  const profile = parseProfile(text, name)
  if (profile.sandbox === true) return undefined
  const { authKeyId, authKey } = profile
  const values = Object.fromEntries(Object.entries({ authKeyId, authKey }).filter(([, value]) => value !== undefined))
  return { name, form: 'names', values }
}

/** Settings that stand in code, beside a set. */
export function readOverrides(overrides: object): Source {
  const given = entries((_, setting) => (overrides as Record<string, unknown>)[setting])
  return { name: 'the options', form: 'names', values: Object.fromEntries(given) }
}

function entries(read: (setting: (typeof settings)[SettingName], name: SettingName) => unknown) {
  return (Object.keys(settings) as SettingName[])
    .map((name) => [name, read(settings[name], name)] as const)
    .filter(([, value]) => value !== undefined)
}

async function findConfigFile(cwd: string): Promise<string | undefined> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of configFileNames) {
      if ((await readText(join(folder, name))) !== undefined) return join(folder, name)
    }
    if (dirname(folder) === folder) return undefined
  }
}

async function loadModule(path: string, name: string): Promise<ModuleExports> {
  try {
    return await loadConfigModule(path)
  } catch (error) {
    throw new ConfigurationError(`${name} could not be loaded: ${describeCause(error)}`, { cause: error })
  }
}

// A parser's error would quote the text, and the profile holds secrets, so it is not passed on.
function parseProfile(text: string, name: string): Record<string, unknown> {
  let profile: unknown
  try {
    profile = JSON.parse(text)
  } catch {
    profile = undefined
  }
  if (typeof profile === 'object' && profile !== null) return profile as Record<string, unknown>
  throw new ConfigurationError(
    `${name}, a profile of the command-line client, is not a JSON object. Mend it with "soracom configure", or set SORACOM_AUTH_KEY_ID and SORACOM_AUTH_KEY.`,
  )
}

// Gives a file's text, or nothing where there is no such file.
async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined
    throw new ConfigurationError(`${path} could not be read (${code}). Make it readable, or take it away.`)
  }
}
