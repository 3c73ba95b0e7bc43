import { describe, expect, test } from 'vitest'
import { checkJournal } from './check-journal.ts'
import { checkTarget } from './check-target.ts'
import { checkVersions } from './check-versions.ts'
import type { ConfigurationFacts, Facts } from './facts.ts'
import { type Finding, toExitCode } from './finding.ts'

const configuration: ConfigurationFacts = {
  kind: 'url',
  endpoint: 'http://127.0.0.1:4010',
  reason: 'SORACOM_FIXTURES_TARGET in the environment says so',
  reaper: true,
  allowHosts: [],
  sources: { target: 'SORACOM_FIXTURES_TARGET in the environment' },
  values: {},
}
const facts: Facts = {
  node: '22.12.0',
  runners: { vitest: '4.1.12' },
  hasWorkspaceFile: false,
  configuration,
  probe: { failure: undefined, keyAccepted: true, skewMs: 400, durationMs: 12 },
  journal: { folder: 'journal', files: 1, entries: 3, unreadableLines: 0, failure: undefined },
  left: 0,
  unsure: 0,
}

function findings(changes: Partial<Facts> = {}): Finding[] {
  const changed = { ...facts, ...changes }
  return [...checkVersions(changed), ...checkTarget(changed), ...checkJournal(changed)]
}

const states = (changes: Partial<Facts> = {}) =>
  Object.fromEntries(findings(changes).map(({ id, state }) => [id, state]))

test('a project that is well has no problem', () => {
  expect(findings().filter(({ state }) => state !== 'ok')).toEqual([])
  expect(toExitCode(findings())).toBe(0)
})

describe('a finding', () => {
  const probe = { failure: undefined, keyAccepted: true, skewMs: 0, durationMs: 1 }
  const journal = { folder: 'journal', files: 1, entries: 1, unreadableLines: 0, failure: undefined }
  const store = { name: 'redis at 127.0.0.1:6379', entries: 2, leases: 1, failure: undefined }
  test.each<[string, string, Partial<Facts>]>([
    ['node-version', 'problem', { node: '20.18.3' }],
    ['vitest-version', 'problem', { runners: { vitest: '3.1.4' } }],
    ['vitest-version', 'note', { runners: { vitest: '4.0.18' } }],
    ['vitest-version', 'note', { runners: { vitest: '6.0.0' } }],
    ['vitest-version', 'ok', { runners: { vitest: '5.1.1' } }],
    ['vitest-workspace-file', 'note', { hasWorkspaceFile: true }],
    ['jest-version', 'problem', { runners: { jest: '28.1.3' } }],
    ['jest-version', 'ok', { runners: { jest: '29.7.0' } }],
    ['jest-version', 'note', { runners: { jest: '30.5.2' } }],
    ['configuration', 'problem', { configuration: { failure: 'it is malformed' } }],
    ['target-reachable', 'problem', { probe: { ...probe, failure: 'ECONNREFUSED' } }],
    ['credentials', 'problem', { probe: { ...probe, keyAccepted: false } }],
    ['credentials', 'unknown', { probe: { ...probe, keyAccepted: undefined } }],
    ['clock', 'problem', { probe: { ...probe, skewMs: -61_000 } }],
    ['clock', 'problem', { probe: { ...probe, skewMs: 61_000 } }],
    ['clock', 'unknown', { probe: { ...probe, skewMs: undefined } }],
    ['production', 'problem', { configuration: { ...configuration, allowHosts: ['emulator', 'API.soracom.io'] } }],
    ['journal', 'note', { journal: { ...journal, unreadableLines: 1 } }],
    ['journal', 'problem', { journal: { ...journal, failure: 'EACCES' } }],
    ['journal-store', 'ok', { journal: { ...journal, store } }],
    ['journal-store', 'problem', { journal: { ...journal, store: { ...store, failure: 'ECONNREFUSED' } } }],
    ['leftovers', 'unknown', { journal: { ...journal, store: { ...store, failure: 'ECONNREFUSED' } } }],
    ['leftovers', 'problem', { left: 1 }],
    ['leftovers', 'note', { unsure: 1 }],
    ['reaper', 'note', { configuration: { ...configuration, reaper: false } }],
  ])('%s is %s', (id, state, changes) => {
    expect(states(changes)).toHaveProperty(id, state)
  })

  test('that is not well says how it is mended', () => {
    const away = { ...store, failure: 'ECONNREFUSED' }
    const all = [
      findings({ node: '18.0.0', runners: { vitest: '1.0.0', jest: '1.0.0' }, left: 2 }),
      findings({ runners: { vitest: '4.0.18', jest: '30.5.2' }, hasWorkspaceFile: true, unsure: 1 }),
      findings({ runners: { vitest: '6.0.0' }, journal: { ...journal, unreadableLines: 1, store: away } }),
      findings({ probe: { ...probe, keyAccepted: false, skewMs: 99_000 } }),
      findings({ probe: { ...probe, keyAccepted: undefined, skewMs: undefined } }),
      findings({ probe: { ...probe, failure: 'ECONNREFUSED' }, journal: { ...journal, failure: 'EACCES' } }),
      findings({ configuration: { ...configuration, reaper: false, allowHosts: ['api.soracom.io'] } }),
      findings({ configuration: { failure: 'it is malformed' } }),
    ].flat()
    const notWell = all.filter(({ state }) => state !== 'ok')
    expect(new Set(notWell.map(({ id }) => id)).size).toBeGreaterThanOrEqual(13)
    expect(notWell.filter(({ mend }) => !mend)).toEqual([])
    expect(all.filter(({ id, reason }) => !id || !reason)).toEqual([])
  })
})

test('exit codes tell a problem from what could not be looked at', () => {
  expect(toExitCode(findings({ left: 1 }))).toBe(1)
  const unknown = { failure: undefined, keyAccepted: undefined, skewMs: 0, durationMs: 1 }
  expect(toExitCode(findings({ probe: unknown }))).toBe(2)
  expect(toExitCode(findings({ probe: unknown, left: 1 }))).toBe(1)
})
