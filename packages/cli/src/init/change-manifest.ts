import type { Change } from './change.ts'
import type { Choices } from './choices.ts'
import { hasScript, moduleStyle } from './module-style.ts'
import { dependenciesOf, type Manifest, type Project } from './project.ts'

/** `package.json` with what the first test needs: the packages that are missing, a script, and settings of Jest. */
export function changeManifest(project: Project, choices: Choices, settings: Partial<Manifest>): Change {
  const { manifest, packageJson } = project
  const script = moduleStyle(choices.runner, project).script
  const added = missingDependencies(project, choices)
  const changed: Manifest = {
    ...manifest,
    ...(hasScript(project) ? {} : { scripts: { ...manifest.scripts, test: script } }),
    ...settings,
    ...(Object.keys(added).length === 0 ? {} : { devDependencies: sorted({ ...manifest.devDependencies, ...added }) }),
  }
  const [indent = '  '] = /^[ \t]+/m.exec(packageJson) ?? []
  const end = packageJson.endsWith('\n') ? '\n' : ''
  const isSame = JSON.stringify(changed) === JSON.stringify(manifest)
  const after = isSame ? packageJson : JSON.stringify(changed, undefined, indent) + end
  return { path: 'package.json', before: packageJson, after }
}

function missingDependencies(project: Project, { runner, version, node }: Choices): Readonly<Record<string, string>> {
  const dependencies = dependenciesOf(project)
  const wanted: [string, string][] = []
  if (!('soracom-fixtures' in dependencies || `@soracom-fixtures/${runner}` in dependencies)) {
    wanted.push(['soracom-fixtures', `^${version}`])
  }
  // One that is installed for a whole monorepo stands in a folder above.
  if (!(runner in dependencies || runner in project.installed)) wanted.push([runner, rangeOf(runner, node)])
  const { importsGlobals, imports } = moduleStyle(runner, project)
  if (runner === 'jest' && importsGlobals && imports && !('@jest/globals' in dependencies)) {
    wanted.push(['@jest/globals', dependencies.jest ?? rangeOf('jest', node)])
  }
  return Object.fromEntries(wanted)
}

// The newest that the adapters know, and that this Node runs: Vitest 5 needs 22.12.
function rangeOf(runner: 'vitest' | 'jest', node: string): string {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  if (runner === 'jest') return '^30.5.2'
  return major > 22 || (major === 22 && minor >= 12) ? '^5.1.1' : '^4.1.12'
}

function sorted(dependencies: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)))
}
