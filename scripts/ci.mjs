// What `.ci/run` runs: `npm test` and the other checks, all of them whatever happens, and at the very end one line with
// how many tests and checks passed and failed.
import process from 'node:process'
import { otherSteps, runSteps, sumCounts, testStep } from './steps.mjs'

const steps = [testStep('test', ['npm', 'test', '--']), ...otherSteps]
const results = await runSteps(steps, {
  quiet: false,
  onStart: ({ name }) => console.log(`\n— ${name}`),
  onEnd: ({ name, ok }) => console.log(`— ${name} ${ok ? 'passed' : 'FAILED'}`),
})
const { passed, failed } = sumCounts(results)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
