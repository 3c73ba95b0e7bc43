import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { FixtureError } from '@soracom-fixtures/core'
import {
  type Configuration,
  openSweep,
  probeTarget,
  resolveConfiguration,
  UnsafeTargetError,
} from '@soracom-fixtures/core/engine'
import type { ConfigurationFacts, Facts } from './facts.ts'

/** Looks at everything that the findings are made of. Makes one call, which makes nothing. */
export async function gatherFacts(cwd: string): Promise<Facts> {
  const configuration = await resolveConfiguration({ cwd }).catch((error: unknown) => {
    if (FixtureError.is(error) || UnsafeTargetError.is(error)) return { failure: error.message }
    throw error
  })
  const names = await readdir(cwd)
  const versions = ['vitest', 'jest'].map((name) => [name, versionOf(name, cwd)] as const)
  const facts = {
    node: process.versions.node,
    runners: Object.fromEntries(versions.filter(([, version]) => version !== undefined)) as Record<string, string>,
    hasWorkspaceFile: names.some((name) => /^vitest\.workspace\.(m?[jt]s|json)$/.test(name)),
  }
  if ('failure' in configuration) {
    return { ...facts, configuration, probe: undefined, journal: undefined, left: 0, unsure: 0 }
  }
  const sweep = openSweep(configuration, cwd)
  const journal = await sweep.health()
  const isReadable = journal.failure === undefined && journal.store?.failure === undefined
  const found = isReadable ? await sweep.find({}) : []
  const number = (wanted: string) => found.filter(({ state }) => state === wanted).length
  const probe = await probeOrFailure(configuration)
  return {
    ...facts,
    configuration: toFacts(configuration),
    probe,
    journal,
    left: number('left'),
    unsure: number('unsure'),
  }
}

// A host that may not be called is an answer too.
async function probeOrFailure(configuration: Configuration): Promise<Facts['probe']> {
  try {
    return await probeTarget(configuration)
  } catch (error) {
    return { failure: (error as Error).message, keyAccepted: undefined, skewMs: undefined, durationMs: undefined }
  }
}

function toFacts({ target, targetReason, options, sources }: Configuration): ConfigurationFacts {
  return {
    kind: target.kind,
    endpoint: target.kind === 'emulator' ? undefined : target.endpoint,
    reason: targetReason,
    reaper: options.reaper,
    allowHosts: options.allowHosts,
    sources: { ...sources } as Record<string, string>,
    values: toValues(sources, options),
  }
}

// Of those that were told; what is secret is not among the options.
function toValues(sources: object, options: Configuration['options']): Record<string, string> {
  const told = Object.entries(options).filter(([name]) => name in sources)
  return Object.fromEntries(
    told.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  )
}

function versionOf(name: string, cwd: string): string | undefined {
  try {
    return (createRequire(join(cwd, 'package.json'))(`${name}/package.json`) as { version: string }).version
  } catch {
    // Not a runner of this project.
    return undefined
  }
}
