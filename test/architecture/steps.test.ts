import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import workspace from '../../vitest.workspace.ts'
import { root } from './read-repository.ts'

interface Steps {
  readonly projects: readonly string[]
  readonly countTests: (text: string | undefined, ok: boolean) => { passed: number; failed: number }
}

const { projects, countTests } = (await import(pathToFileURL(join(root, 'scripts/steps.mjs')).href)) as Steps

test('the check has a step for every project of Vitest', () => {
  const { projects: all = [] } = workspace.test ?? {}
  const names = all.map((project) => (typeof project === 'object' && 'test' in project ? project.test?.name : project))
  expect(projects).toEqual(names)
})

describe('the count of tests', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  })
  const report = (...testResults: object[]) => JSON.stringify({ testResults })

  test('is that of the report, without what was skipped', () => {
    const text = report(file('passed', 'passed', 'skipped'), file('failed', 'failed', 'passed', 'failed'))
    expect(countTests(text, false)).toEqual({ passed: 2, failed: 2 })
  })

  test('has one failure for a file that could not be loaded', () => {
    expect(countTests(report(file('failed'), file('passed', 'passed')), false)).toEqual({ passed: 1, failed: 1 })
  })

  test('has one failure for a run that failed although its tests passed', () => {
    expect(countTests(report(file('passed', 'passed')), false)).toEqual({ passed: 1, failed: 1 })
  })

  test('has one failure where there is no report, or no test in it', () => {
    expect(countTests(undefined, false)).toEqual({ passed: 0, failed: 1 })
    expect(countTests(report(), true)).toEqual({ passed: 0, failed: 1 })
  })
})
