import type { EmulatorOptions } from '@soracom-fixtures/emulator'
import { UsageError } from '../errors/usage-error.ts'

/**
 * The settings of an emulator, each as `name=value`; the value is JSON, or a text as it is.
 *
 * @throws {UsageError} for a setting that does not exist, and for a value of another type than its default's.
 */
export async function readSettings(texts: readonly string[]): Promise<EmulatorOptions['settings']> {
  if (texts.length === 0) return undefined
  const { defaultSettings } = await import('@soracom-fixtures/emulator')
  const defaults = new Map<string, unknown>(Object.entries(defaultSettings))
  return Object.fromEntries(texts.map((text) => readSetting(defaults, text)))
}

function readSetting(defaults: ReadonlyMap<string, unknown>, text: string): readonly [string, unknown] {
  const [, name = '', written = ''] = /^(\w+)=(.*)$/s.exec(text) ?? []
  if (!defaults.has(name)) {
    throw new UsageError(
      `--setting must be name=value, with the name of a setting; it is ${JSON.stringify(text)}.`,
      `The settings are ${[...defaults.keys()].join(', ')}.`,
    )
  }
  const usual = defaults.get(name)
  const value = readValue(written)
  // One that has no value by default takes a text.
  const wanted = usual === null ? 'text' : kindOf(usual)
  if (kindOf(value) !== wanted && !(usual === null && value === null)) {
    throw new UsageError(
      `--setting ${name} must be a ${wanted}, such as ${JSON.stringify(usual)}; it is ${JSON.stringify(value)}.`,
    )
  }
  return [name, value]
}

function readValue(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  return typeof value === 'string' ? 'text' : typeof value
}
