import process from 'node:process'
import { defineCommand } from 'citty'
import type { Command } from '../arguments/command.ts'
import { splitAtDashes, valuesOf } from '../arguments/tokens.ts'
import { emulatorArgs, readEmulatorOptions } from '../emulator/emulator-options.ts'
import { openEmulator } from '../emulator/open-emulator.ts'
import { readRateCard } from '../emulator/read-rate-card.ts'
import { readSettings } from '../emulator/read-settings.ts'
import { summarize } from '../emulator/summarize.ts'
import { UsageError } from '../errors/usage-error.ts'
import { printAside } from '../io/output.ts'
import { runChild } from '../io/run-child.ts'

const notes = `soracom-fixtures emulator exec -- npm test

The command finds the emulator's endpoint in SORACOM_ENDPOINT, and fixtures in it find their target in
SORACOM_FIXTURES_TARGET.`

const command = defineCommand({
  meta: {
    name: 'soracom-fixtures emulator exec',
    description: 'Run a command with an emulator of its own, and end with its exit code.',
  },
  args: {
    ...emulatorArgs,
    command: {
      type: 'positional',
      description: 'The command and its arguments, after --.',
    },
  },
  async run({ args, rawArgs }) {
    const [file, ...fileArgs] = splitAtDashes(rawArgs).after
    if (file === undefined || args.command !== file) {
      throw new UsageError(
        'the command to run stands after --.',
        `Write: soracom-fixtures emulator exec -- ${args._.join(' ')}`,
      )
    }
    const { runEmulatorVariable } = await import('@soracom-fixtures/core/engine')
    const rateCard = await readRateCard(args['rate-card'])
    const settings = await readSettings(valuesOf(emulatorArgs, splitAtDashes(rawArgs).before, 'setting'))
    const emulator = await openEmulator({ ...readEmulatorOptions(args, process.env), rateCard, settings })
    const { endpoint } = emulator
    try {
      printAside(`soracom-fixtures emulator: ready at ${endpoint} for ${file}`)
      const env = { SORACOM_ENDPOINT: endpoint, SORACOM_FIXTURES_TARGET: endpoint, [runEmulatorVariable]: endpoint }
      const exitCode = await runChild(file, fileArgs, env)
      printAside(summarize(emulator.counts()))
      return exitCode
    } finally {
      await emulator.close()
    }
  },
})

/** `soracom-fixtures emulator exec`: runs a command with an emulator of its own. */
export const emulatorExecCommand: Command = { ...command, notes }
