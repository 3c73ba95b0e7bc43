import type { CallEvent } from '@soracom-fixtures/client'
import type { Configuration } from '../configuration/configuration.ts'
import { withHidden } from '../kit/redacted.ts'
import { leaseEmbeddedEmulator } from './embedded-emulator.ts'
import { derivePassword, type OpenPlatform } from './platform.ts'
import { createPlatformClient, toClientOptions } from './platform-client.ts'

/** Opens the target that the configuration names: starts the embedded emulator, or points at the sandbox. */
export async function openPlatform(
  configuration: Configuration,
  onCall: (event: CallEvent) => void,
): Promise<OpenPlatform> {
  const { target, options, authKeyId, authKey } = configuration
  const lease = target.kind === 'emulator' ? await leaseEmbeddedEmulator() : undefined
  const endpoint = target.kind === 'emulator' ? (lease?.endpoint ?? '') : target.endpoint
  // Loaded by those alone who make something: a file that only reads handles does without.
  const { newSessionId } = await import('./new-session-id.ts')
  const session = newSessionId()
  let operators = 0
  return withHidden(
    {
      kind: target.kind,
      endpoint,
      newEmail() {
        operators += 1
        return `fixtures-${session}-${operators}@${options.emailDomain}`
      },
      passwordFor: (email: string) => derivePassword(authKey, email),
      createClient: () => createPlatformClient(toClientOptions(configuration, endpoint), onCall),
      close: async () => await lease?.release(),
    },
    { productionKey: withHidden({ authKeyId }, { authKey }) },
  )
}
