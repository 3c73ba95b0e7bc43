import { createRequire } from 'node:module'
import { defineCommand } from 'citty'

/** The version of this command, from its package.json. */
export const version: string = createRequire(import.meta.url)('soracom-fixtures/package.json').version

/** `soracom-fixtures`. A command's file is loaded only when it is named, or when help lists them all. */
export const rootCommand = defineCommand({
  meta: {
    name: 'soracom-fixtures',
    version,
    description: 'Test fixtures for the SORACOM API Sandbox, and an emulator of it.',
  },
  args: {
    help: { type: 'boolean', alias: 'h', description: 'Show this help, or that of a command.' },
    version: { type: 'boolean', alias: 'v', description: 'Show the version.' },
  },
  subCommands: {
    doctor: async () => (await import('./doctor.ts')).doctorCommand,
    emulator: async () => (await import('./emulator.ts')).emulatorCommand,
    sweep: async () => (await import('./sweep.ts')).sweepCommand,
    plan: async () => (await import('./plan.ts')).planCommand,
  },
})
