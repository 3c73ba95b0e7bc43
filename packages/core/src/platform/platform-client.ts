import { join } from 'node:path'
import process from 'node:process'
import { type CallEvent, type ClientOptions, createClient, type SoracomClient } from '@soracom-fixtures/client'
import type { Configuration } from '../configuration/configuration.ts'
import { createRetryBudget, failuresFile } from '../journal/retry-budget.ts'
import { runFolderOfRunner, runFolderOfSetup } from '../journal/run-folder.ts'
import { createSharedPace } from '../journal/shared-pace.ts'

/** What clients of a platform are made with: plain data, so that it can pass to another process. */
export interface PlainClientOptions
  extends Pick<ClientOptions, 'endpoint' | 'allowHosts' | 'language' | 'callTimeoutMs' | 'deadlineMs' | 'maxInFlight'> {
  /** The rate that all processes of the run keep together, and the file that they keep it by. */
  readonly pace?: { readonly callsPerMinute: number; readonly path: string } | undefined
  /** The file by which all processes of the run give the target up together. */
  readonly failures?: string | undefined
}

/** The options of clients that follow from the configuration. */
export function toClientOptions({ options, authKey, target }: Configuration, endpoint: string): PlainClientOptions {
  const { allowHosts, language, callTimeoutMs, deadlineMs, maxInFlight, callsPerMinute } = options
  // The embedded emulator is down with the run alone.
  const failures = target.kind === 'emulator' ? undefined : failuresFile(endpoint)
  const plain = { endpoint, allowHosts, language, callTimeoutMs, deadlineMs, maxInFlight, failures }
  if (callsPerMinute === undefined) return plain
  const folder = runFolderOfSetup() ?? runFolderOfRunner(process.cwd(), authKey)
  return { ...plain, pace: { callsPerMinute, path: join(folder.path, 'pace') } }
}

/** Makes a client that keeps the pace of its run. */
export function createPlatformClient(
  { pace, failures, ...given }: PlainClientOptions,
  onCall: (event: CallEvent) => void,
): SoracomClient {
  const plain = failures === undefined ? given : { ...given, retryBudget: createRetryBudget(failures) }
  if (!pace) return createClient({ ...plain, onCall })
  const { path, callsPerMinute: calls } = pace
  return createClient({ ...plain, onCall, pace: createSharedPace({ path, calls }) })
}
