import { stat } from 'node:fs/promises'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import type { LoadModule } from './plan-file.ts'
import { installStandIn, runnerModules, standInPath } from './stand-in.ts'

/** Gives what loads test files, in TypeScript or JavaScript, without their runner. Once a process. */
export async function createModuleLoader(): Promise<LoadModule> {
  const { createJiti } = await import('jiti')
  installStandIn()
  // The places of declarations are those of the source, not of what it was compiled to.
  process.setSourceMapsEnabled(true)
  const alias = Object.fromEntries(runnerModules.map((name) => [name, standInPath]))
  return async (path) => {
    await mustBeFile(path)
    const options = { alias, fsCache: false, sourceMaps: true, interopDefault: false, tsconfigPaths: true }
    return await createJiti(pathToFileURL(path).href, options).import(path)
  }
}

async function mustBeFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Error('there is no such file.')
  if (!found.isFile()) throw new Error('it is a folder. Name its files.')
}
