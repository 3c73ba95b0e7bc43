import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'

/** What is known of the versions of Node and of the runners. Pure. */
export function checkVersions(facts: Facts): Finding[] {
  return [checkNode(facts), checkVitest(facts), checkJest(facts), checkWorkspaceFile(facts)].filter(
    (finding) => finding !== undefined,
  )
}

function checkNode({ node }: Facts): Finding {
  const id = 'node-version'
  if (isAtLeast(node, 20, 19)) return { id, state: 'ok', reason: `Node ${node}` }
  return {
    id,
    state: 'problem',
    reason: `Node ${node} is older than 20.19, the oldest that is supported`,
    mend: 'Install Node 20.19 or newer.',
  }
}

function checkVitest({ runners }: Facts): Finding | undefined {
  const { vitest } = runners
  if (vitest === undefined) return undefined
  const id = 'vitest-version'
  if (!isAtLeast(vitest, 3, 2)) {
    return {
      id,
      state: 'problem',
      reason: `Vitest ${vitest} is older than 3.2, the oldest that is supported`,
      mend: 'npm install --save-dev vitest@latest',
    }
  }
  if (isAtLeast(vitest, 6, 0)) {
    return {
      id,
      state: 'note',
      reason: `Vitest ${vitest} is newer than 5, the newest that is known`,
      mend: 'Look for a newer version of soracom-fixtures, or install vitest@5.',
    }
  }
  if (!isAtLeast(vitest, 4, 1)) {
    return {
      id,
      state: 'note',
      reason: `Vitest ${vitest} takes test.extend('name', fn) and gives undefined; fixturesTest() does not use it`,
      mend: 'npm install --save-dev vitest@latest',
    }
  }
  return { id, state: 'ok', reason: `Vitest ${vitest}` }
}

function checkJest({ runners }: Facts): Finding | undefined {
  const { jest } = runners
  if (jest === undefined) return undefined
  const id = 'jest-version'
  if (!isAtLeast(jest, 29, 7)) {
    return {
      id,
      state: 'problem',
      reason: `Jest ${jest} is older than 29.7, the oldest that is known`,
      mend: 'npm install --save-dev jest@latest',
    }
  }
  if (isAtLeast(jest, 30, 5)) {
    return {
      id,
      state: 'note',
      reason: `Jest ${jest} runs the global teardown twice with --bail, once while files still run`,
      mend: 'Run Jest without --bail where files share a run-wide set.',
    }
  }
  return { id, state: 'ok', reason: `Jest ${jest}` }
}

function checkWorkspaceFile({ runners, hasWorkspaceFile }: Facts): Finding | undefined {
  const { vitest } = runners
  if (!hasWorkspaceFile || vitest === undefined || !isAtLeast(vitest, 4, 0)) return undefined
  return {
    id: 'vitest-workspace-file',
    state: 'note',
    reason: `Vitest ${vitest} passes over vitest.workspace files without a word`,
    mend: 'Move its projects to test.projects in vitest.config.ts.',
  }
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number)
  return ownMajor > major || (ownMajor === major && ownMinor >= minor)
}
