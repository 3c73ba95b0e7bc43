import { defineCommand } from 'citty'
import { version } from './version.ts'

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
    init: async () => (await import('./init.ts')).initCommand,
    doctor: async () => (await import('./doctor.ts')).doctorCommand,
    emulator: async () => (await import('./emulator.ts')).emulatorCommand,
    sweep: async () => (await import('./sweep.ts')).sweepCommand,
    plan: async () => (await import('./plan.ts')).planCommand,
  },
})
