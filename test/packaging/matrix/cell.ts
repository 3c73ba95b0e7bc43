import type { ProjectFiles } from '../../support/inline-project.ts'
import type { NodeVersion } from './node-of-cell.ts'

/** How packages are installed. */
export type PackageManager = 'npm' | 'pnpm' | 'Yarn 1' | 'Yarn 4' | "Yarn 4, Plug'n'Play"

/** A project outside of the workspace with packed packages and what users have beside them. Shared by several cells. */
export interface Installation {
  /** `npm` unless told. */
  readonly manager?: PackageManager
  /** Packages of this workspace that the project names; those that these need come with them. */
  readonly ours: readonly string[]
  /** Other packages by their names, with version. */
  readonly besides: Readonly<Record<string, string>>
}

/** What a command of a cell must come to. */
export type CellOutcome =
  /** Tests pass, each file makes an operator, and none is left. */
  | { readonly kind: 'passes'; readonly files: number }
  /** It ends with exit code 0 and prints this; nothing where nothing is told. */
  | { readonly kind: 'prints'; readonly text: string }
  /** It ends with another exit code, and tells the user this. */
  | { readonly kind: 'refuses'; readonly text: string }
  /** The project is set up, what the workflow says that is written then passes on the embedded emulator, and nothing is left. */
  | { readonly kind: 'sets up' }

/** One combination of what users have. */
export interface Cell {
  /** The table that it stands in, and where. */
  readonly table: string
  readonly row: string
  readonly column: string
  readonly installation: Installation
  /** This process's unless told. */
  readonly node?: NodeVersion
  readonly files: ProjectFiles
  /** A program by its package and path, with what is given to Node before it and to the program behind it. */
  readonly command: {
    readonly nodeArgs?: readonly string[]
    readonly program: string
    /** The name of the program for a package manager that starts it by that. */
    readonly bin: string
    readonly args: readonly string[]
  }
  readonly outcome: CellOutcome
  /** Why it cannot be run, on any machine or on this one. */
  readonly cannot?: string | undefined
  /** Whether it is one of the short list, which every run of the tests runs. */
  readonly short?: boolean
}

/** What a cell is called. */
export function nameOf({ table, row, column }: Cell): string {
  return `${table}: ${row}, ${column}`
}
