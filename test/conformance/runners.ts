import { createInlineProject, type ProjectFiles } from '../support/inline-project.ts'
import { createJestProject, type JestVersion } from '../support/jest-project.ts'
import type { VitestVersion } from '../support/packed-packages.ts'
import type { RunOutcome } from '../support/run-runner.ts'
import type { VitestRunOptions } from '../support/run-vitest.ts'

/** A version of a test runner that situations are held under. */
export type RunnerName = `Vitest ${VitestVersion}` | `Jest ${JestVersion}`

export const everyVitest: readonly RunnerName[] = ['Vitest 3.2', 'Vitest 4.1', 'Vitest 5.1']
export const everyJest: readonly RunnerName[] = ['Jest 29', 'Jest 30']
export const everyRunner: readonly RunnerName[] = [...everyVitest, ...everyJest]

/** A small project of a situation, for one runner. */
export interface SituationProject {
  /** Writes a file, whether it is there or not. */
  write(path: string, text: string): Promise<void>
  /** Reads a file that the tests have written; nothing where there is none. */
  read(path: string): Promise<string | undefined>
  run(options?: VitestRunOptions): Promise<RunOutcome>
  remove(): Promise<void>
}

/** What differs between the runners for the situations that are held under several. */
export interface Runner {
  readonly name: RunnerName
  /** The first lines of a test file, which give it everything that a situation names. */
  readonly imports: string
  createProject(files: ProjectFiles): Promise<SituationProject>
}

/** What test files of Vitest begin with. */
export const importsOfVitest = `
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { defineFixtures, defineResource, fixturesTest, operator, subscriber, useFixtures } from '@soracom-fixtures/vitest'
`

/** What test files of Jest begin with. */
export const importsOfJest = `
const { defineFixtures, defineResource, eventually, FixtureError, operator, subscriber, useFixtures } = require('@soracom-fixtures/jest')
`

/** Gives a runner by its name. */
export function runnerOf(name: RunnerName): Runner {
  return isJest(name) ? jest(name) : vitest(name)
}

function isJest(name: RunnerName): name is `Jest ${JestVersion}` {
  return name.startsWith('Jest ')
}

function vitest(name: Exclude<RunnerName, `Jest ${JestVersion}`>): Runner {
  return {
    name,
    imports: importsOfVitest,
    async createProject(files) {
      const project = await createInlineProject(files, { vitest: name.replace('Vitest ', '') as VitestVersion })
      return { ...project, run: project.runVitest }
    },
  }
}

function jest(name: `Jest ${JestVersion}`): Runner {
  return {
    name,
    imports: importsOfJest,
    async createProject(files) {
      const project = await createJestProject(files, name.replace('Jest ', '') as JestVersion)
      return { ...project, run: project.runJest }
    },
  }
}
