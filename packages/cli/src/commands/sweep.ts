import process from 'node:process'
import { defineCommand } from 'citty'
import type { Command } from '../arguments/command.ts'
import { toDurationMs } from '../arguments/to-duration.ts'
import { valuesOf } from '../arguments/tokens.ts'
import { CommandError } from '../errors/command-error.ts'
import { print, printAside } from '../io/output.ts'

const notes = `soracom-fixtures sweep            shows what is left and deletes nothing but what is confirmed
soracom-fixtures sweep --yes      deletes what counts as left, without asking
soracom-fixtures sweep --run NAME also looks for a run of which no journal tells, by its addresses

What a process that runs on this machine holds is never deleted. An operator that no journal knows is deleted only by
--adopt; its password is taken from SORACOM_PASSWORD where it does not follow from the auth key. Ends with 1 where
something that counts as left is still there.`

const args = {
  'older-than': { type: 'string', valueHint: 'time', description: 'Only those that are older: 90s, 30m, 1h, 2d.' },
  run: { type: 'string', valueHint: 'name', description: 'Only those of this run.' },
  file: { type: 'string', valueHint: 'path', description: 'Only those of this test file.' },
  all: { type: 'boolean', description: 'Also those of which nobody can tell whether their run has ended.' },
  adopt: {
    type: 'string',
    valueHint: 'email|id',
    repeatable: true,
    description: 'Delete this operator, which no journal knows; may be repeated.',
  },
  yes: { type: 'boolean', description: 'Delete without asking.' },
  json: { type: 'boolean', description: 'Print JSON.' },
} as const

const command = defineCommand({
  meta: {
    name: 'soracom-fixtures sweep',
    description: 'Show the operators that runs have left, and delete them.',
  },
  args,
  async run({ args: given, rawArgs }) {
    const [{ openSweep, resolveConfiguration }, { adoptAll, confirm, findLeft, showFound, showResults }] =
      await Promise.all([import('@soracom-fixtures/core/engine'), import('../sweep/sweep-steps.ts')])
    const olderThan = given['older-than']
    const filter = {
      olderThanMs: olderThan === undefined ? undefined : toDurationMs('--older-than', olderThan),
      run: given.run,
      file: given.file,
      all: given.all,
    }
    const configuration = await resolveConfiguration().catch((error: Error) => {
      throw new CommandError(error.message, { exitCode: 2, cause: error })
    })
    const sweep = openSweep(configuration, process.cwd())
    const adopted = valuesOf(args, rawArgs, 'adopt')
    const json = given.json === true
    if (adopted.length > 0) return await adoptAll(sweep, adopted, { yes: given.yes === true, json })
    const found = await findLeft(sweep, filter)
    const left = found.filter(({ state }) => state === 'left')
    if (!json) print(showFound(found))
    if (left.length === 0) {
      if (json) print(showResults(found, [], json))
      return 0
    }
    const yes = given.yes === true || (!json && (await confirm(left.length)))
    const results = yes ? await sweep.deleteAll(left.map(({ entry }) => entry)) : []
    print(showResults(found, results, json))
    if (!yes) printAside('soracom-fixtures: nothing was deleted. Add --yes to delete what counts as left.')
    return results.length < left.length || results.some(({ outcome }) => outcome === 'failed') ? 1 : 0
  },
})

/** `soracom-fixtures sweep`: deletes what runs have left. */
export const sweepCommand: Command = { ...command, notes }
