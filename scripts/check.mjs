// Checks everything, one line a step with its time. No step stops another; what a failed step printed stands below its
// line. `npm run check -- NAME…` runs some steps only.
import { join } from 'node:path'
import process from 'node:process'
import { otherSteps, projects, runSteps, sumCounts, testStep } from './steps.mjs'

const root = join(import.meta.dirname, '..')
const vitest = [process.execPath, join(root, 'node_modules/vitest/vitest.mjs'), 'run']
const all = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  ...otherSteps,
  ...projects.map((project) => testStep(project, [...vitest, '--project', project])),
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !all.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No step is named ${unknown.join(', ')}; there are ${all.map((step) => step.name).join(', ')}.`)
  process.exit(2)
}

const steps = wanted.length > 0 ? all.filter((step) => wanted.includes(step.name)) : all
const results = await runSteps(steps, { quiet: true, onEnd: (result) => console.log(toLine(result)) })
const failed = results.filter((result) => !result.ok)
const { passed, failed: failures } = sumCounts(results)
const seconds = toSeconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0))
console.log(
  failed.length === 0
    ? `\nAll is well: ${steps.length} steps, ${passed} passed, in ${seconds}.`
    : `\n${failed.map(({ name }) => name).join(', ')} failed: ${passed} passed, ${failures} failed, in ${seconds}.`,
)
process.exitCode = failed.length === 0 ? 0 : 1

function toLine({ name, ok, report, counts, durationMs, output }) {
  const tests = report ? `${counts.passed} passed${counts.failed > 0 ? `, ${counts.failed} failed` : ''}` : ''
  const line = `${ok ? '✓' : '✗'} ${name.padEnd(13)} ${toSeconds(durationMs).padStart(7)}  ${tests}`.trimEnd()
  return ok ? line : `${line}\n${output.trimEnd().replaceAll(/^/gm, '  ')}`
}

function toSeconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
