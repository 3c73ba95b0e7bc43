import type { Command } from '../../packages/cli/src/arguments/command.ts'
import { rootCommand } from '../../packages/cli/src/commands/root.ts'
import { code, toTable } from './to-table.ts'

/** Every command of the command line as a section: what it does, its arguments and options, its notes. */
export async function toCommandsReference(): Promise<string> {
  const sections = (await listCommands(rootCommand)).map(({ name, command }) => toSection(name, command))
  return `${sections.join('\n')}`
}

interface NamedCommand {
  readonly name: string
  readonly command: Command
}

interface Argument {
  readonly type?: string
  readonly description?: string
  readonly default?: unknown
  readonly valueHint?: string
  readonly options?: readonly string[]
}

async function listCommands(command: Command): Promise<NamedCommand[]> {
  const below = Object.values((command.subCommands ?? {}) as Record<string, () => Promise<Command>>)
  const found = await Promise.all(below.map(async (load) => await listBelow(await load())))
  return found.flat()
}

async function listBelow(command: Command): Promise<NamedCommand[]> {
  const { name = '' } = command.meta as { name?: string }
  return [{ name, command }, ...(await listCommands(command))]
}

function toSection(name: string, command: Command): string {
  const { description = '' } = command.meta as { description?: string }
  const args = Object.entries((command.args ?? {}) as Record<string, Argument>)
  const rows = args.map(([key, one]) => [toName(key, one), toDefault(one), one.description ?? ''])
  const table = rows.length > 0 ? `\n${toTable(['Option', 'Unless told', ''], rows)}` : ''
  const notes = command.notes ? `\n\`\`\`text\n${command.notes}\n\`\`\`\n` : ''
  return `## ${name}\n\n${description}\n${table}${notes}`
}

function toName(key: string, { type, valueHint, options }: Argument): string {
  if (type === 'positional') return code(key.toUpperCase())
  const hint = options?.join('|') ?? valueHint
  return code(hint ? `--${key} <${hint}>` : `--${key}`)
}

function toDefault({ default: value }: Argument): string {
  return value === undefined ? '' : code(String(value))
}
