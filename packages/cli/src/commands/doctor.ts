import process from 'node:process'
import { defineCommand } from 'citty'
import type { Command } from '../arguments/command.ts'
import { toExitCode } from '../doctor/finding.ts'
import { print } from '../io/output.ts'
import { toTable } from '../io/to-table.ts'

const notes = `Reads only, and makes one call to the target, which makes nothing. Ends with 1 where there is a problem, and with 2 where
something could not be looked at.`

const command = defineCommand({
  meta: {
    name: 'soracom-fixtures doctor',
    description: 'Look at versions, configuration, target, credentials and journals, and say what to mend.',
  },
  args: { json: { type: 'boolean', description: 'Print JSON.' } },
  async run({ args }) {
    const [{ gatherFacts }, { checkVersions }, { checkTarget }, { checkJournal }] = await Promise.all([
      import('../doctor/gather-facts.ts'),
      import('../doctor/check-versions.ts'),
      import('../doctor/check-target.ts'),
      import('../doctor/check-journal.ts'),
    ])
    const facts = await gatherFacts(process.cwd())
    const findings = [...checkVersions(facts), ...checkTarget(facts), ...checkJournal(facts)]
    if (args.json) print(JSON.stringify(findings, null, 2))
    else {
      const rows = findings.map(({ id, state, reason, mend }) => [
        state,
        id,
        mend === undefined ? reason : `${reason} → ${mend}`,
      ])
      print(toTable(['state', 'finding', 'why'], rows))
    }
    return toExitCode(findings)
  },
})

/** `soracom-fixtures doctor`: says what to mend. */
export const doctorCommand: Command = { ...command, notes }
