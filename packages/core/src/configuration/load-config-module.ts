import { pathToFileURL } from 'node:url'
import { isDefinedFixtures } from '../declare/define-fixtures.ts'

/** What a module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>

/** Loads a configuration file: TypeScript, an ES module or CommonJS. */
export async function loadConfigModule(path: string): Promise<ModuleExports> {
  return toExports(await load(path))
}

async function load(path: string): Promise<ModuleExports> {
  const { href } = pathToFileURL(path)
  const jiti = async () => {
    const { createJiti } = await import('./jiti.ts')
    return createJiti(href, { moduleCache: false, interopDefault: false })
  }
  try {
    if (!path.endsWith('ts')) return (await import(href)) as ModuleExports
    return await (await jiti()).import(path)
  } catch (error) {
    if (!isWithoutImport(error)) throw error
    return (await jiti())(path) as ModuleExports
  }
}

// Inside Jest a module of CommonJS can only `require`, unless Node runs with --experimental-vm-modules.
function isWithoutImport(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code?.startsWith('ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING') === true
}

// What a CommonJS file exports as a whole is either its settings or an object of exports. Node gives it as `default`, beside
// what it could tell of the names; jiti gives it by itself.
function toExports(loaded: ModuleExports): ModuleExports {
  const isNamespace = Symbol.toStringTag in loaded || '__esModule' in loaded || 'default' in loaded
  const whole = isNamespace ? loaded.default : loaded
  if (typeof whole !== 'object' || whole === null || isDefinedFixtures(whole)) return loaded
  if (hasExports(whole)) return whole as ModuleExports
  return isNamespace ? loaded : { default: whole }
}

function hasExports(value: object): boolean {
  return 'default' in value || '__esModule' in value || Object.values(value).some(isDefinedFixtures)
}
