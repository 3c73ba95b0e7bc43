import type { Agent } from 'package-manager-detector'

/** A test runner that fixtures have an adapter for. */
export type Runner = 'vitest' | 'jest'

/** What is in a project, as far as setting it up needs it: gathered first, so that what follows is a function of it. */
export interface Project {
  /** As it is written, for its indentation. */
  readonly packageJson: string
  readonly manifest: Manifest
  /** What there is of the dependencies that may be installed, by name, with versions. */
  readonly installed: Readonly<Record<string, string>>
  readonly hasTypeScript: boolean
  /** `pnpm`, `yarn@berry` and so on. */
  readonly packageManager: Agent
  /** The texts of files at the top that configure a runner, by name, those that its runner reads first before others. */
  readonly configs: Readonly<Record<string, string>>
  /** Texts of the workflows of GitHub, by path. */
  readonly workflows: Readonly<Record<string, string>>
  /** Files of another continuous integration, such as `.gitlab-ci.yml`. */
  readonly otherPipelines: readonly string[]
  /** Paths of tests that are there. */
  readonly tests: readonly string[]
  /** Paths of tests that import fixtures already. */
  readonly testsWithFixtures: readonly string[]
}

/** What is read of a `package.json`. */
export interface Manifest {
  readonly type?: string
  readonly packageManager?: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly jest?: Readonly<Record<string, unknown>>
  readonly babel?: unknown
}

/** Everything that a project says it needs, with the versions that it asks for. */
export function dependenciesOf({ manifest }: Project): Readonly<Record<string, string>> {
  return { ...manifest.dependencies, ...manifest.devDependencies }
}
