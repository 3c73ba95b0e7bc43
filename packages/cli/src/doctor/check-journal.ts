import type { StoreHealth } from '@soracom-fixtures/core/engine'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'

/** What is to be said of the journals and of what they show as left. Pure. */
export function checkJournal({ configuration, journal, left, unsure }: Facts): Finding[] {
  if ('failure' in configuration || !journal) return []
  if (journal.failure !== undefined) {
    return [
      {
        id: 'journal',
        state: 'problem',
        reason: `${journal.folder} cannot be read and written (${journal.failure}), so that no operator is made there`,
        mend: 'Make it writable, or name another folder in SORACOM_FIXTURES_JOURNAL_DIR.',
      },
    ]
  }
  const torn =
    journal.unreadableLines > 0 ? `, ${journal.unreadableLines} unreadable lines, which a crash has cut short` : ''
  const findings: Finding[] = [
    {
      id: 'journal',
      state: torn === '' ? 'ok' : 'note',
      reason: `${journal.entries} entries in ${journal.files} files of ${journal.folder}${torn}`,
      ...(torn === ''
        ? {}
        : { mend: 'Nothing needs to be done: they are passed over, and go with the journal of their run.' }),
    },
  ]
  if (journal.store) findings.push(toStoreFinding(journal.store))
  if (journal.store?.failure !== undefined)
    findings.push({
      id: 'leftovers',
      state: 'unknown',
      reason: 'what is left cannot be told without the store of the fleet',
      mend: 'soracom-fixtures sweep, once the store can be read',
    })
  else if (left > 0)
    findings.push({
      id: 'leftovers',
      state: 'problem',
      reason: `${left} ${left === 1 ? 'operator is' : 'operators are'} left of runs that have ended`,
      mend: 'soracom-fixtures sweep',
    })
  else if (unsure > 0)
    findings.push({
      id: 'leftovers',
      state: 'note',
      reason: `${unsure} of another machine may be left`,
      mend: 'soracom-fixtures sweep --all',
    })
  else findings.push({ id: 'leftovers', state: 'ok', reason: 'nothing is left' })
  if (!configuration.reaper)
    findings.push({
      id: 'reaper',
      state: 'note',
      reason: 'the reaper is off: what a killed run leaves stays until a sweep',
      mend: 'Take SORACOM_FIXTURES_REAPER=off away.',
    })
  return findings
}

function toStoreFinding({ name, entries, leases, failure }: StoreHealth): Finding {
  const id = 'journal-store'
  if (failure !== undefined)
    return {
      id,
      state: 'problem',
      reason: `the store of the fleet cannot be read, so that no operator is made: ${failure}`,
      mend: 'Start it, mend SORACOM_FIXTURES_JOURNAL_STORE, or take that away.',
    }
  return { id, state: 'ok', reason: `${entries} operators and ${leases} runs that go on in ${name}` }
}
