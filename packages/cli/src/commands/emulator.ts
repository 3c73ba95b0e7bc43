import process from 'node:process'
import { defineCommand } from 'citty'
import type { Command } from '../arguments/command.ts'
import { toWholeNumber } from '../arguments/read-values.ts'
import { valuesOf } from '../arguments/tokens.ts'
import { emulatorArgs, keyIdVariable, keyVariable, readEmulatorOptions } from '../emulator/emulator-options.ts'
import { openEmulator } from '../emulator/open-emulator.ts'
import { readRateCard } from '../emulator/read-rate-card.ts'
import { readSettings } from '../emulator/read-settings.ts'
import { readState, writeState } from '../emulator/state-file.ts'
import { summarize } from '../emulator/summarize.ts'
import { print } from '../io/output.ts'
import { watchSignals } from '../io/watch-signals.ts'

// As Prism and others have it, so that what is written for them needs no change.
const defaultPort = '4010'

const allowHost = {
  type: 'string',
  valueHint: 'name',
  repeatable: true,
  description: 'A host that calls may name besides loopback ones, such as a container\'s "emulator"; may be repeated.',
} as const

const args = {
  port: { type: 'string', valueHint: 'number', default: defaultPort, description: 'The port; 0 for any that is free.' },
  host: { type: 'string', valueHint: 'address', default: '127.0.0.1', description: 'The address to listen on.' },
  'allow-host': allowHost,
  ...emulatorArgs,
  state: {
    type: 'string',
    valueHint: 'file',
    description: 'Begin with the state in this file, and leave it there at the end. It has tokens in it.',
  },
  json: { type: 'boolean', description: 'Print lines of JSON.' },
} as const

const notes = `It accepts any pair of production keys, unless one is named in the environment variables
${keyIdVariable} and ${keyVariable}.`

const command = defineCommand({
  meta: {
    name: 'soracom-fixtures emulator',
    description: 'Serve the emulator of the API Sandbox until Ctrl-C.',
  },
  args,
  subCommands: {
    exec: async () => (await import('./emulator-exec.ts')).emulatorExecCommand,
  },
  async run({ args: given, rawArgs }) {
    const options = {
      ...readEmulatorOptions(given, process.env),
      port: toWholeNumber('--port', given.port, 0, 65_535),
      host: given.host,
      allowedHosts: valuesOf(args, rawArgs, 'allow-host'),
      snapshot: readState(given.state),
      rateCard: await readRateCard(given['rate-card']),
      settings: await readSettings(valuesOf(args, rawArgs, 'setting')),
    }
    const emulator = await openEmulator(options)
    const signals = watchSignals(process, (exitCode) => process.exit(exitCode))
    const { endpoint, port } = emulator
    const health = `${endpoint}/_emulator/health`
    print(
      given.json
        ? JSON.stringify({ event: 'ready', endpoint, health, port, pid: process.pid })
        : `soracom-fixtures emulator: ready at ${endpoint} (SORACOM_ENDPOINT), health ${health}`,
    )
    await signals.first
    const counts = emulator.counts()
    await emulator.close()
    if (given.state !== undefined) writeState(given.state, emulator)
    print(given.json ? JSON.stringify({ event: 'stopped', ...counts }) : summarize(counts))
    return 0
  },
})

/** `soracom-fixtures emulator`: serves the emulator until a signal stops it. */
export const emulatorCommand: Command = { ...command, notes }
