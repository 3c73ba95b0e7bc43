// Stands in for `vitest` and `@jest/globals` while files are loaded to be planned: a suite's callback runs, since it may
// use fixtures, and everything else is without effect. Built as a file of its own that can be imported and required.

type Callback = (...args: unknown[]) => unknown

// Answers to everything, with itself.
const nothing: never = new Proxy(() => {}, {
  get: (_, property) => (property === 'then' ? undefined : property === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => nothing,
  construct: () => nothing,
}) as never

const skipped = Object.assign(() => nothing, {
  each: () => () => nothing,
  for: () => () => nothing,
})

function suiteOf(_name: unknown, ...rest: unknown[]): never {
  // The options may stand before the callback or after it.
  const callback = rest.find((one): one is Callback => typeof one === 'function')
  callback?.()
  return nothing
}

function each(table: unknown, ...values: unknown[]): Callback {
  const rows = isTemplate(table) ? toRows(table, values) : (table as readonly unknown[])
  return (name, ...rest) => {
    for (const row of rows) suiteOf(name, ...rest.map((one) => withRow(one, Array.isArray(row) ? row : [row])))
    return nothing
  }
}

function forEach(rows: readonly unknown[]): Callback {
  return (name, ...rest) => {
    for (const row of rows) suiteOf(name, ...rest.map((one) => withRow(one, [row])))
    return nothing
  }
}

function withRow(one: unknown, row: readonly unknown[]): unknown {
  return typeof one === 'function' ? () => one(...row) : one
}

// each`a | b
//      ${1} | ${2}`
function isTemplate(table: unknown): table is TemplateStringsArray {
  return Array.isArray(table) && 'raw' in table
}

function toRows([heads = '']: TemplateStringsArray, values: readonly unknown[]): unknown[] {
  const names = heads.split('|').map((head) => head.trim())
  const rows = Array.from({ length: Math.floor(values.length / names.length) }, (_, row) => row * names.length)
  return rows.map((start) => Object.fromEntries(names.map((name, index) => [name, values[start + index]])))
}

const plainSuite = Object.assign(suiteOf, {
  each,
  for: forEach,
  skip: skipped,
  todo: skipped,
  skipIf: (condition: unknown) => (condition ? skipped : describe),
  runIf: (condition: unknown) => (condition ? describe : skipped),
})

/** Runs its callback at once. `only`, `concurrent` and the like change nothing; what is skipped sets nothing up. */
export const describe: typeof plainSuite = new Proxy(plainSuite, {
  get: (suite, property) => (property in suite ? Reflect.get(suite, property) : describe),
})
export const suite: typeof plainSuite = describe
export const fdescribe: typeof plainSuite = describe
export const xdescribe: typeof skipped = skipped

/** `vi.hoisted` gives what the file goes on with; the rest of the tools does nothing. */
export const vi: never = new Proxy(nothing, {
  get: (_, property) => (property === 'hoisted' ? (callback: Callback) => callback() : nothing),
})
export const vitest: never = vi
export const jest: never = nothing

export const test: never = nothing
export const it: never = nothing
export const fit: never = nothing
export const xit: never = nothing
export const xtest: never = nothing
export const bench: never = nothing
export const beforeAll: never = nothing
export const beforeEach: never = nothing
export const afterAll: never = nothing
export const afterEach: never = nothing
export const aroundAll: never = nothing
export const aroundEach: never = nothing
export const onTestFailed: never = nothing
export const onTestFinished: never = nothing
export const expect: never = nothing
export const createExpect: never = nothing
export const assert: never = nothing
export const assertType: never = nothing
export const expectTypeOf: never = nothing
export const should: never = nothing
export const chai: never = nothing
export const inject: never = nothing
export const recordArtifact: never = nothing
export const BenchmarkRunner: never = nothing
export const EvaluatedModules: never = nothing
export const Snapshots: never = nothing
export const TestRunner: never = nothing
