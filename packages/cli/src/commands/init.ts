import process from 'node:process'
import { defineCommand } from 'citty'
import type { Command } from '../arguments/command.ts'
import { version } from './version.ts'

const notes = `soracom-fixtures init                     shows what changes, and asks
soracom-fixtures init --dry-run           shows it, and writes nothing
soracom-fixtures init --runner jest --yes

Adds what is missing: packages, a global setup for the runner, a first test, and a step for GitHub's workflows. What stands in
files is kept; what cannot be changed safely is left alone and said. Run again, it finds nothing more to do.`

const command = defineCommand({
  meta: {
    name: 'soracom-fixtures init',
    description: 'Set a project up: configuration, a first test, and a step of its pipeline.',
  },
  args: {
    runner: { type: 'enum', options: ['vitest', 'jest'], description: 'The runner that gets the first test.' },
    yes: { type: 'boolean', description: 'Write without asking.' },
    'dry-run': { type: 'boolean', description: 'Show what would change, and write nothing.' },
    'skip-install': { type: 'boolean', description: 'Do not install what was added to package.json.' },
    'skip-ci': { type: 'boolean', description: 'Leave the pipeline alone.' },
  },
  async run({ args }) {
    const { initProject } = await import('../init/init-project.ts')
    return await initProject(process.cwd(), {
      runner: args.runner,
      yes: args.yes === true,
      dryRun: args['dry-run'] === true,
      skipInstall: args['skip-install'] === true,
      skipPipeline: args['skip-ci'] === true,
      version,
    })
  },
})

/** `soracom-fixtures init`: sets a project up. */
export const initCommand: Command = { ...command, notes }
