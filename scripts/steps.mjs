// What `npm run check` and `.ci/run` have in common: running named steps one after the other, none of which stops at
// another's failure, and counting what a run of Vitest reported. Needs nothing but Node.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '..')
const reports = join(root, 'node_modules/.cache/reports')

/** The projects of vitest.workspace.ts, each a step of the check. Read as text, since Node 20 runs no TypeScript. */
export const projects = [...(read(join(root, 'vitest.workspace.ts')) ?? '').matchAll(/\bname: '(\w+)'/g)].map(
  ([, name]) => name,
)

/** The steps that are no tests. */
export const otherSteps = [
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  // Fails for a link to a page that is not there, and for a page that cannot be rendered.
  { name: 'site', command: ['npm', 'run', '--silent', 'docs:build'] },
]

/** A step that runs tests and reads their number from Vitest's JSON report. */
export function testStep(name, command) {
  const report = join(reports, `${name}.json`)
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return { name, command: [...command, ...args], report }
}

/**
 * Runs the steps and gives, for each, whether it succeeded, its time and what it counted: its tests, or itself as one.
 * With `quiet`, what a step prints is shown only when it fails.
 */
export async function runSteps(steps, { quiet, onStart = () => {}, onEnd }) {
  const results = []
  for (const step of steps) {
    onStart(step)
    if (step.report) rmSync(step.report, { force: true })
    const startedMs = performance.now()
    const { code, output } = await run(step.command, quiet)
    const counts = step.report ? countTests(read(step.report), code === 0) : countStep(code === 0)
    const result = { ...step, ok: code === 0, output, counts, durationMs: performance.now() - startedMs }
    results.push(result)
    onEnd(result)
  }
  return results
}

/** All counts together. */
export function sumCounts(results) {
  const sum = (of) => results.reduce((all, { counts }) => all + of(counts), 0)
  return { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed) }
}

/**
 * Counts the tests of a JSON report, given as text. A file that could not be loaded has no tests and is one failure, and
 * so is a run that failed for another reason than its tests, or left no report.
 */
export function countTests(text, ok) {
  const { testResults = [] } = text === undefined ? {} : JSON.parse(text)
  const counts = { passed: 0, failed: 0 }
  for (const { status, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length
    counts.passed += assertionResults.filter((test) => test.status === 'passed').length
    counts.failed += status === 'failed' ? Math.max(failed, 1) : failed
  }
  if (counts.failed === 0 && (!ok || counts.passed === 0)) counts.failed = 1
  return counts
}

function countStep(ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

// Standard input is closed, so that nothing waits for an answer.
function run([name, ...args], quiet) {
  mkdirSync(reports, { recursive: true })
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
  const child = spawn(name, args, { cwd: root, stdio, shell: process.platform === 'win32' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
