import type { Change, Setup } from './change.ts'
import { type Edited, editConfig } from './edit-config.ts'
import { compilesTypeScript } from './module-style.ts'
import type { Manifest, Project, Runner } from './project.ts'

/** A setup of which a part belongs into `package.json`. */
export interface ConfiguredRunner extends Setup {
  readonly inManifest: Partial<Manifest>
}

/** Gives a runner the global setup: one emulator for all test files, and a last line that says what is left. */
export function configureRunner(project: Project, runner: Runner, from: string): ConfiguredRunner {
  return runner === 'vitest' ? configureVitest(project, from) : configureJest(project, from)
}

const nothing = { changes: [], notes: [], inManifest: {} }

function configureVitest(project: Project, from: string): ConfiguredRunner {
  const setup = `${from}/global-setup`
  const [name, before] = Object.entries(project.configs).find(([one]) => /^vite(st)?\.config\./.test(one)) ?? []
  if (name === undefined || before === undefined) return created(newVitestConfig(project, setup))
  if (/\bprojects\s*:/.test(before)) {
    return noted(`${name} has projects: add globalSetup: '${setup}' to those that use fixtures.`)
  }
  const property = { within: ['test'], name: 'globalSetup', value: quoteAs(before, setup), mayBeList: true }
  const edited = editConfig(before, property)
  if ('reason' in edited)
    return noted(`${name} was left as it is, since ${edited.reason}. Add to test in it: globalSetup: '${setup}'`)
  // What tells TypeScript that a configuration of Vite may have it.
  const isNewToTypes = /^vite\.config\.[cm]?ts$/.test(name) && !/vitest\/config/.test(before)
  const after = isNewToTypes ? `/// <reference types="vitest/config" />\n${edited.text}` : edited.text
  return created({ path: name, before, after })
}

function configureJest(project: Project, from: string): ConfiguredRunner {
  const settings = { globalSetup: `${from}/global-setup`, globalTeardown: `${from}/global-teardown` }
  const [name, before] = Object.entries(project.configs).find(([one]) => one.startsWith('jest.config.')) ?? []
  if (name === undefined || before === undefined) {
    if (!project.manifest.jest) return created(newJestConfig(project, settings))
    const [added, reason] = addToData(project.manifest.jest, settings)
    return reason
      ? noted(leftAlone('jest in package.json', reason, settings))
      : { ...nothing, inManifest: { jest: added } }
  }
  const edited = name.endsWith('.json') ? editJson(before, settings) : editAll(before, settings)
  return 'reason' in edited
    ? noted(leftAlone(name, edited.reason, settings))
    : created({ path: name, before, after: edited.text })
}

type JestSettings = Readonly<Record<'globalSetup' | 'globalTeardown', string>>

function editAll(before: string, settings: JestSettings): Edited {
  // The last one that is added stands first.
  const properties = Object.entries(settings).reverse()
  return properties.reduce<Edited>(
    (edited, [name, value]) => {
      if ('reason' in edited) return edited
      if (edited.text.includes(value)) return edited
      return editConfig(edited.text, { within: [], name, value: quoteAs(before, value), mayBeList: false })
    },
    { text: before },
  )
}

function editJson(before: string, settings: JestSettings): Edited {
  const [added, reason] = addToData(JSON.parse(before) as Record<string, unknown>, settings)
  if (reason) return { reason }
  const [indent = '  '] = /^[ \t]+/m.exec(before) ?? []
  return { text: JSON.stringify(added, undefined, indent) + (before.endsWith('\n') ? '\n' : '') }
}

function addToData(
  data: Readonly<Record<string, unknown>>,
  settings: JestSettings,
): [Readonly<Record<string, unknown>>, string?] {
  const own = Object.entries(settings).find(([name, value]) => name in data && data[name] !== value)
  return own ? [data, `it has a ${own[0]} of its own`] : [{ ...data, ...settings }]
}

function leftAlone(name: string, reason: string, { globalSetup, globalTeardown }: JestSettings): string {
  return `${name} was left as it is, since ${reason}. Jest takes one of each: call those of '${globalSetup}' and '${globalTeardown}' from yours, or do without one emulator for the whole run.`
}

function newVitestConfig({ hasTypeScript, manifest }: Project, setup: string): Change {
  const extension = `${manifest.type === 'module' ? '' : 'm'}${hasTypeScript ? 'ts' : 'js'}`
  const after = `import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One emulator for all test files, and a last line that says whether anything is left.
    globalSetup: '${setup}',
  },
})
`
  return { path: `vitest.config.${extension}`, before: undefined, after }
}

function newJestConfig(project: Project, { globalSetup, globalTeardown }: JestSettings): Change {
  const start = project.manifest.type === 'module' ? 'export default {' : 'module.exports = {'
  const preset = project.hasTypeScript && compilesTypeScript(project) ? presetOf(project) : []
  const lines = [
    ...preset,
    '// One emulator for all test files, and a last line that says whether anything is left.',
    `globalSetup: '${globalSetup}',`,
    `globalTeardown: '${globalTeardown}',`,
  ]
  const after = `${start}\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
  return { path: 'jest.config.js', before: undefined, after }
}

function presetOf({ manifest }: Project): string[] {
  const names = { ...manifest.dependencies, ...manifest.devDependencies }
  if ('ts-jest' in names) return [`preset: 'ts-jest',`]
  return '@swc/jest' in names ? [`transform: { '^.+\\\\.[jt]sx?$': '@swc/jest' },`] : []
}

function created(change: Change): ConfiguredRunner {
  return { ...nothing, changes: [change] }
}

function noted(note: string): ConfiguredRunner {
  return { ...nothing, notes: [note] }
}

function quoteAs(text: string, value: string): string {
  const quote = text.split('"').length > text.split("'").length ? '"' : "'"
  return `${quote}${value}${quote}`
}
