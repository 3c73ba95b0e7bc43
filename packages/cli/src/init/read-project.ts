import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { detect, getUserAgent } from 'package-manager-detector'
import { CommandError } from '../errors/command-error.ts'
import type { Manifest, Project } from './project.ts'

/**
 * Looks at a project's folder.
 *
 * @throws {CommandError} where it has no `package.json` that can be read.
 */
export async function readProject(cwd: string): Promise<Project> {
  const packageJson = await readPackageJson(cwd)
  const manifest = parseManifest(packageJson, cwd)
  const names = (await readdir(cwd)).sort()
  const tests = await findTests(cwd)
  return {
    packageJson,
    manifest,
    installed: await findInstalled(cwd),
    hasTypeScript:
      names.includes('tsconfig.json') || 'typescript' in { ...manifest.dependencies, ...manifest.devDependencies },
    packageManager: (await detect({ cwd }))?.agent ?? getUserAgent() ?? 'npm',
    configs: await readTexts(
      cwd,
      configNames.filter((name) => names.includes(name)),
    ),
    workflows: await readTexts(cwd, await findWorkflows(cwd)),
    otherPipelines: names.filter((name) => otherPipelines.includes(name)),
    tests,
    testsWithFixtures: await filterByText(cwd, tests, /['"]@?soracom-fixtures\//),
  }
}

// As their runners look for them.
const configNames = ['vitest.config', 'vite.config', 'jest.config'].flatMap((name) =>
  ['js', 'mjs', 'ts', 'cjs', 'mts', 'cts', 'json'].map((extension) => `${name}.${extension}`),
)
const otherPipelines = [
  '.circleci',
  '.gitlab-ci.yml',
  '.travis.yml',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  'Jenkinsfile',
]
const workflowFolder = '.github/workflows'

async function readPackageJson(cwd: string): Promise<string> {
  try {
    return await readFile(join(cwd, 'package.json'), 'utf8')
  } catch (cause) {
    throw new CommandError(
      `init sets up a project, and ${cwd} has no package.json that can be read. Go to the project's folder, or make one with npm init -y.`,
      { cause },
    )
  }
}

function parseManifest(text: string, cwd: string): Manifest {
  try {
    return JSON.parse(text) as Manifest
  } catch (cause) {
    throw new CommandError(`${join(cwd, 'package.json')} is not JSON: ${(cause as Error).message}. Mend it first.`, {
      cause,
    })
  }
}

// A monorepo may have them in a folder above. Node's own resolution would look into NODE_PATH as well, where a package
// manager's shim has everything that anything depends on.
async function findInstalled(cwd: string): Promise<Record<string, string>> {
  const found = await Promise.all(
    ['vitest', 'jest'].map(async (name) => [name, await versionAbove(cwd, name)] as const),
  )
  return Object.fromEntries(found.filter((one): one is [string, string] => one[1] !== undefined))
}

async function versionAbove(folder: string, name: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')
    return (JSON.parse(text) as { version: string }).version
  } catch {
    // Not here, which is an answer.
    const above = dirname(folder)
    return above === folder ? undefined : await versionAbove(above, name)
  }
}

async function findWorkflows(cwd: string): Promise<string[]> {
  const names = await readdir(join(cwd, workflowFolder)).catch(emptyWhereMissing)
  return names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `${workflowFolder}/${name}`)
}

// Deep enough for `packages/*/src/…`, and shallow enough for a folder that is no project.
const deepest = 6

async function findTests(cwd: string, folder = '', depth = 0): Promise<string[]> {
  if (depth > deepest) return []
  const entries = await readdir(join(cwd, folder), { withFileTypes: true })
  const below = await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory())
        return /^(\.|node_modules$|dist$|build$|coverage$)/.test(entry.name) ? [] : findTests(cwd, path, depth + 1)
      return /\.(test|spec)\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : []
    }),
  )
  return below.flat().sort()
}

async function readTexts(cwd: string, paths: readonly string[]): Promise<Record<string, string>> {
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(join(cwd, path), 'utf8')] as const))
  return Object.fromEntries(texts)
}

async function filterByText(cwd: string, paths: readonly string[], pattern: RegExp): Promise<string[]> {
  const texts = await readTexts(cwd, paths)
  return paths.filter((path) => pattern.test(texts[path] ?? ''))
}

function emptyWhereMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
