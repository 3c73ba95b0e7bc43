import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readText } from './read-repository.ts'

interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] }
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>
}

test('the whole matrix is run each week', () => {
  const workflow = parse(readText('.github/workflows/matrix.yml')) as Workflow
  expect(workflow.on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* [0-6]$/) }])
  const lines = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run))
  expect(lines.filter((line) => line.includes('test:matrix'))).toEqual(['npm run test:matrix'])
  const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }
  expect(scripts).toHaveProperty(['test:matrix'])
})
