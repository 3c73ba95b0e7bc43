import type { Agent } from 'package-manager-detector'
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { Setup } from './change.ts'
import { packageManagerCommand } from './package-manager-command.ts'
import type { Manifest, Project } from './project.ts'

/**
 * Adds to the workflow of GitHub that runs the tests what deletes the leftovers of a run that was killed; makes a workflow
 * where there is no pipeline. Tests need no step of their own: without secrets they run on the emulator.
 */
export function addPipelineStep(project: Project): Setup {
  const { workflows, otherPipelines, packageManager } = project
  if (Object.values(workflows).some((text) => text.includes('soracom-fixtures'))) return { changes: [], notes: [] }
  const sweep = packageManagerCommand(packageManager, 'execute-local', ['soracom-fixtures', 'sweep', '--yes']).join(' ')
  for (const [path, before] of Object.entries(workflows)) {
    const after = insertStep(before, sweep)
    if (after !== undefined) return { changes: [{ path, before, after }], notes: [] }
  }
  const others = [...Object.keys(workflows), ...otherPipelines]
  if (others.length > 0) {
    const note = `No step was added to ${others.join(', ')}. After the step that runs the tests, and whatever came of it, run: ${sweep}`
    return { changes: [], notes: [note] }
  }
  return {
    changes: [{ path: '.github/workflows/test.yml', before: undefined, after: newWorkflow(project, sweep) }],
    notes: [],
  }
}

// Behind the first step that runs the tests, as it is indented.
function insertStep(text: string, sweep: string): string | undefined {
  const document = parseDocument(text)
  const jobs = document.get('jobs')
  if (document.errors.length > 0 || !isMap(jobs)) return undefined
  const steps = jobs.items.flatMap(({ value }) => blockSteps(isMap(value) ? value.get('steps') : undefined))
  const [start, end] = steps.find(runsTests)?.range ?? []
  if (start === undefined || end === undefined) return undefined
  const indent = ' '.repeat(start - text.lastIndexOf('\n', start) - '- '.length - 1)
  const step = sweepStep(sweep).map((line) => `${indent}${line}\n`)
  const before = text.slice(0, end)
  return `${before}${before.endsWith('\n') ? '' : '\n'}${step.join('')}${text.slice(end)}`
}

// In JSON's form a step has no line of its own.
function blockSteps(steps: unknown): YAMLMap[] {
  return isSeq(steps) && !steps.flow ? steps.items.filter((step) => isMap(step)) : []
}

function runsTests(step: YAMLMap): boolean {
  const run = String(step.get('run') ?? '')
  return /(^|[\s;&])((npm|pnpm|yarn|bun)( run)? (t|tst|test)(?![\w:-])|vitest\b|jest\b)/.test(run)
}

function sweepStep(sweep: string): string[] {
  return [
    '# Where the tests have credentials of the API Sandbox, this step needs them too.',
    '- name: delete what a killed run has left',
    '  if: always()',
    `  run: ${sweep}`,
  ]
}

function newWorkflow({ packageManager: agent, manifest }: Project, sweep: string): string {
  const lines = [
    'name: test',
    '',
    'on:',
    '  push:',
    '    branches: [main]',
    '  pull_request:',
    '',
    'permissions:',
    '  contents: read',
    '',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 15',
    '    env:',
    "      # Without these two secrets, as in a fork's pull request, tests run on the embedded emulator.",
    '      SORACOM_AUTH_KEY_ID: $' + '{{ secrets.SORACOM_AUTH_KEY_ID }}',
    '      SORACOM_AUTH_KEY: $' + '{{ secrets.SORACOM_AUTH_KEY }}',
    '    steps:',
    '      - uses: actions/checkout@v6',
    ...setupSteps(agent, manifest).map((line) => `      ${line}`),
    `      - run: ${packageManagerCommand(agent, 'frozen').join(' ')}`,
    `      - run: ${packageManagerCommand(agent, 'run', ['test']).join(' ')}`,
    ...sweepStep(sweep)
      .slice(1)
      .map((line) => `      ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

function setupSteps(agent: Agent, manifest: Manifest): string[] {
  const [name = 'npm'] = agent.split('@')
  const node = ['- uses: actions/setup-node@v6', '  with:', '    node-version: 24']
  if (name === 'bun') return [...node, '- uses: oven-sh/setup-bun@v2']
  const cached = [...node, `    cache: ${name}`]
  if (name === 'pnpm') return ['- uses: pnpm/action-setup@v4', ...versionOfPnpm(manifest), ...cached]
  // The machines have the first Yarn; another is brought by Corepack, before its cache is asked for.
  return agent === 'yarn@berry' ? ['- run: corepack enable', ...cached] : cached
}

// The action takes the version of the field, and fails where it has neither.
function versionOfPnpm({ packageManager }: Manifest): string[] {
  return packageManager === undefined ? ['  with:', '    version: 10'] : []
}
