import type { ClientOptions } from '@soracom-fixtures/client'
import type { Configuration } from '../configuration/configuration.ts'

/** The options of a client that follow from the configuration; plain data, so that they can pass to another process. */
export type PlainClientOptions = Pick<
  ClientOptions,
  'endpoint' | 'allowHosts' | 'language' | 'callTimeoutMs' | 'deadlineMs' | 'maxInFlight'
>

/** What clients of a platform are made with. */
export function toClientOptions({ options }: Configuration, endpoint: string): PlainClientOptions {
  const { allowHosts, language, callTimeoutMs, deadlineMs, maxInFlight } = options
  return { endpoint, allowHosts, language, callTimeoutMs, deadlineMs, maxInFlight }
}
