import { checkArguments } from '../../packages/cli/src/arguments/check-arguments.ts'
import { findCommand } from '../../packages/cli/src/arguments/find-command.ts'
import { rootCommand } from '../../packages/cli/src/commands/root.ts'
import { listNames, readText } from './read-repository.ts'

/** What is wrong with a command that a page tells to type; nothing where there is such a command. */
export async function problemOfCommand(typed: string): Promise<string | undefined> {
  const words = typed
    .replace(/(^|\s)#.*$/, '')
    .trim()
    .split(/\s+/)
  const [program = '', ...args] = words.filter((word, index) => !isVariable(words, word, index))
  if (program === '' || program === 'export') return undefined
  if (program === 'npx') return await problemOfNpx(args)
  if (program === 'npm') return problemOfNpm(args)
  return program === '.ci/run' ? undefined : `nobody knows ${program}`
}

// NAME=value before a command.
function isVariable(words: readonly string[], word: string, index: number): boolean {
  return /^\w+=/.test(word) && words.slice(0, index).every((before) => /^\w+=/.test(before))
}

async function problemOfNpx([program, ...args]: readonly string[]): Promise<string | undefined> {
  if (program === 'vitest' || program === 'jest') return undefined
  if (program !== 'soracom-fixtures') return `nobody knows npx ${program}`
  try {
    const { command, name, rest } = await findCommand(rootCommand, args)
    if (!rest.includes('--help')) await checkArguments(command, name, rest)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

function problemOfNpm([verb, ...args]: readonly string[]): string | undefined {
  if (verb === 'test' || verb === 'ci') return undefined
  const [script = ''] = args
  if (verb === 'run') return script in manifest('.').scripts ? undefined : `there is no npm run ${script}`
  if (verb !== 'install') return `nobody knows npm ${verb}`
  const unknown = args.filter(
    (name) => !name.startsWith('-') && !knownPackages().includes(name.replace(/(?<=.)@.*$/, '')),
  )
  return unknown.length > 0 ? `no example or package is ${unknown.join(', ')}` : undefined
}

// The packages of this workspace, what they can be used with, and what the examples install.
function knownPackages(): string[] {
  const packages = listNames('packages').map((dir) => manifest(`packages/${dir}`))
  const own = packages.flatMap(({ name, devDependencies }) => [name, ...Object.keys(devDependencies ?? {})])
  const installed = listNames('examples').flatMap((dir) =>
    Object.keys(manifest(`examples/${dir}`).devDependencies ?? {}),
  )
  return [...own, ...installed]
}

function manifest(folder: string) {
  return JSON.parse(readText(`${folder}/package.json`)) as {
    name: string
    scripts: Record<string, string>
    devDependencies?: Record<string, string>
  }
}
