import { dependenciesOf, type Project, type Runner } from './project.ts'

/** How the files that are added are written. */
export interface ModuleStyle {
  readonly language: 'ts' | 'js'
  /** Whether the first test imports, or requires. */
  readonly imports: boolean
  /** Whether `test` and `expect` are imported, and not globals. */
  readonly importsGlobals: boolean
  /** What the script `test` is where there is none. */
  readonly script: string
}

/** How files must be written so that the runner of a project takes them as it is set up. Pure. */
export function moduleStyle(runner: Runner, project: Project): ModuleStyle {
  return runner === 'vitest' ? styleOfVitest(project) : styleOfJest(project)
}

/** Whether a project has a script `test` of its own; `npm init` writes one that fails. */
export function hasScript({ manifest }: Project): boolean {
  const test = manifest.scripts?.test
  return test !== undefined && !test.includes('no test specified')
}

/** Whether Jest is told to compile TypeScript. */
export function compilesTypeScript(project: Project): boolean {
  return typeScript.some((name) => name in dependenciesOf(project))
}

// What compiles for Jest, by package: a project that has it has configured it.
const typeScript = ['ts-jest', '@swc/jest', '@babel/preset-typescript', 'esbuild-jest']

function styleOfVitest({ hasTypeScript }: Project): ModuleStyle {
  return { language: hasTypeScript ? 'ts' : 'js', imports: true, importsGlobals: true, script: 'vitest run' }
}

function styleOfJest(project: Project): ModuleStyle {
  const dependencies = dependenciesOf(project)
  const compiled = compilesTypeScript(project)
  if (project.hasTypeScript && compiled) {
    return { language: 'ts', imports: true, importsGlobals: !('@types/jest' in dependencies), script: 'jest' }
  }
  const runsModules = project.manifest.type === 'module' && (!hasScript(project) || runsAsModules(project))
  return {
    language: 'js',
    imports: runsModules || compiled || '@babel/preset-env' in dependencies,
    importsGlobals: runsModules || isWithoutGlobals(project),
    script: runsModules ? 'node --experimental-vm-modules node_modules/jest/bin/jest.js' : 'jest',
  }
}

function runsAsModules({ manifest }: Project): boolean {
  return Object.values(manifest.scripts ?? {}).some((script) => script.includes('--experimental-vm-modules'))
}

function isWithoutGlobals({ configs, manifest }: Project): boolean {
  const texts = Object.entries(configs).flatMap(([name, text]) => (name.startsWith('jest.') ? [text] : []))
  return [...texts, JSON.stringify(manifest.jest ?? {})].some((text) => text.includes('injectGlobals'))
}
