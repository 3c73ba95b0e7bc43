import process from 'node:process'
import { defineCommand } from 'citty'
import type { Command } from '../arguments/command.ts'
import { print, printAside } from '../io/output.ts'

const notes = `soracom-fixtures plan test/*.test.ts

Loads test files without running a test, and shows what their calls of useFixtures will create; and for any other file,
the sets that it exports from defineFixtures. After runs with a global setup it says how long each may take. Whatever else the files do at their top happens; the fixtures make no call.`

const command = defineCommand({
  meta: {
    name: 'soracom-fixtures plan',
    description: 'Show what fixtures will create, in which order and with how many calls, without creating anything.',
  },
  args: {
    file: { type: 'positional', description: 'Test files, or files that export fixtures; TypeScript or JavaScript.' },
    format: { type: 'enum', options: ['tree', 'json', 'mermaid'], default: 'tree', description: 'How it is shown.' },
  },
  async run({ args }) {
    const [{ createModuleLoader }, { planFile }, { formatPlans }, { readHistory }] = await Promise.all([
      import('../planning/load-module.ts'),
      import('../planning/plan-file.ts'),
      import('../planning/format-plans.ts'),
      import('@soracom-fixtures/core/engine'),
    ])
    const load = await createModuleLoader()
    const files = []
    for (const file of args._) files.push(await planFile(file, load))
    const text = formatPlans(args.format, files, readHistory(process.cwd()))
    if (text !== '') print(text)
    for (const { file, sets, error } of files) {
      if (error !== undefined) printAside(`soracom-fixtures: ${file} could not be loaded: ${error}`)
      else if (sets.length === 0) printAside(`soracom-fixtures: ${file} uses no fixtures and exports none.`)
      for (const { name, error } of sets) if (error) printAside(`soracom-fixtures: ${name}: ${error.message}`)
    }
    const failed = files.some(({ sets, error }) => error !== undefined || sets.some((set) => set.error))
    return failed ? 1 : 0
  },
})

/** `soracom-fixtures plan`: shows what fixtures will create. */
export const planCommand: Command = { ...command, notes }
