import type { CallEvent } from '@soracom-fixtures/client'
import type { Configuration } from '../configuration/configuration.ts'
import { settleRunner } from '../journal/runner-process.ts'
import { withHidden } from '../kit/redacted.ts'
import { leaseEmbeddedEmulator } from './embedded-emulator.ts'
import { createLastingBook, createShortBook, outlivesRun } from './operator-book.ts'
import { derivePassword, type OpenPlatform } from './platform.ts'
import { createPlatformClient, toClientOptions } from './platform-client.ts'

/** Who opens a platform. */
export interface PlatformUser {
  readonly cwd: string
  /** The test file, or what else uses the set. */
  readonly user: string
}

/** Opens the target that the configuration names: starts the embedded emulator, or points at the sandbox. */
export async function openPlatform(
  configuration: Configuration,
  onCall: (event: CallEvent) => void,
  who: PlatformUser,
): Promise<OpenPlatform> {
  const { target, authKeyId, authKey } = configuration
  await settleRunner()
  const lease = target.kind === 'emulator' ? await leaseEmbeddedEmulator() : undefined
  const endpoint = target.kind === 'emulator' ? (lease?.endpoint ?? '') : target.endpoint
  // Loaded by those alone who make something: a file that only reads handles does without.
  const { newSessionId } = await import('./new-session-id.ts')
  const book = outlivesRun(configuration)
    ? createLastingBook(configuration, endpoint, who)
    : createShortBook(configuration, newSessionId)
  return withHidden(
    {
      kind: target.kind,
      endpoint,
      ...book,
      passwordFor: (email: string) => derivePassword(authKey, email),
      createClient: () => createPlatformClient(toClientOptions(configuration, endpoint), onCall),
      close: async () => await lease?.release(),
    },
    { productionKey: withHidden({ authKeyId }, { authKey }) },
  )
}
