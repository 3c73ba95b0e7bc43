import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { listNames, readText, root } from './read-repository.ts'

const run = promisify(execFile)

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
}

interface Job {
  readonly needs?: string
  readonly permissions: Readonly<Record<string, string>>
  readonly steps: readonly { readonly name?: string; readonly run?: string; readonly env?: Record<string, string> }[]
}

const manifests = listNames('packages').map((name) => JSON.parse(readText(`packages/${name}/package.json`)) as Manifest)
const workflow = parse(readText('.github/workflows/release.yml')) as {
  readonly on: { readonly push: { readonly tags: readonly string[] } }
  readonly permissions: object
  readonly jobs: Readonly<Record<'test' | 'publish', Job>>
}

describe('the packages', () => {
  test('have one version, and name each other by it', () => {
    expect(new Set(manifests.map(({ version }) => version)).size).toBe(1)
    const names = manifests.map(({ name }) => name)
    const loose = manifests.flatMap(({ name, dependencies = {} }) =>
      Object.entries(dependencies).flatMap(([one, range]) =>
        names.includes(one) && range !== 'workspace:*' ? [`${name} → ${one} ${range}`] : [],
      ),
    )
    expect(loose).toEqual([])
  })

  test('stay in step when a changeset names one of them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-version-'))
    try {
      const files = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'CHANGELOG.md', '.changeset']
      const packages = listNames('packages').map((name) => `packages/${name}/package.json`)
      for (const file of [...files, ...packages]) await cp(join(root, file), join(folder, file), { recursive: true })
      await writeFile(join(folder, '.changeset/one.md'), `---\n'@soracom-fixtures/api': major\n---\n\nAnything.\n`)
      await run(process.execPath, [join(root, 'scripts/version.mjs')], { cwd: folder })
      const read = async (file: string): Promise<string> => await readFile(join(folder, file), 'utf8')
      const versions = await Promise.all(
        packages.map(async (file) => (JSON.parse(await read(file)) as Manifest).version),
      )
      expect(new Set(versions)).toEqual(new Set(['1.0.0']))
      expect(await read('CHANGELOG.md')).toMatch(/\n## Unreleased\n\n## 1\.0\.0 \(\d{4}-\d\d-\d\d\)\n\n### /)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }, 30_000)
})

describe('the release workflow', () => {
  const { test: tests, publish } = workflow.jobs
  const runs = (job: Job): string[] => job.steps.flatMap(({ run: line }) => (line === undefined ? [] : [line]))

  test('starts with a tag, and is allowed nothing but what a job asks for', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*'] } })
    expect(workflow.permissions).toEqual({})
    expect(tests.permissions).toEqual({ contents: 'read' })
    expect(publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' })
  })

  test('honours the lock file, builds, and tests the tarballs and everything else before it publishes', () => {
    expect(runs(tests)).toEqual([
      expect.stringContaining('$GITHUB_REF_NAME'),
      expect.stringMatching(/ install --frozen-lockfile$/),
      'npm run build',
      'npm run check -- packaging',
      '.ci/run',
    ])
    expect(publish.needs).toBe('test')
    expect(runs(publish)).toEqual([
      expect.stringMatching(/ install --frozen-lockfile$/),
      'npm run build',
      'npm run release',
    ])
  })

  test('publishes with provenance, by changesets', () => {
    expect(publish.steps.at(-1)?.env).toEqual({ NPM_CONFIG_PROVENANCE: 'true' })
    const { scripts = {} } = JSON.parse(readText('package.json')) as Manifest
    expect(scripts.release).toContain('changeset publish')
  })
})

test.each(listNames('.github/workflows'))('the scripts that the workflow %s runs are there', (name) => {
  const { scripts = {} } = JSON.parse(readText('package.json')) as Manifest
  const called = [...readText(`.github/workflows/${name}`).matchAll(/npm run ([\w:-]+)/g)].map(
    ([, script = '']) => script,
  )
  expect(called.filter((script) => !(script in scripts))).toEqual([])
})
