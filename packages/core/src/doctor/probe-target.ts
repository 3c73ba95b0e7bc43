import { SoracomApiError } from '@soracom-fixtures/client'
import type { Configuration } from '../configuration/configuration.ts'
import { createPlatformClient, toClientOptions } from '../platform/platform-client.ts'

/** What a target answered to a call that makes nothing. */
export interface TargetProbe {
  /** Why it could not be reached; nothing where it answered. */
  readonly failure: string | undefined
  /** Whether it takes the auth key; nothing where its answer does not tell. */
  readonly keyAccepted: boolean | undefined
  /** How far its clock is ahead of this machine's, in milliseconds; nothing where it does not tell its time. */
  readonly skewMs: number | undefined
  /** How long it took to answer, in milliseconds. */
  readonly durationMs: number | undefined
}

/**
 * Asks the target for the signup token of an address that nobody has, which makes nothing: a wrong auth key is refused
 * with SBX1002, a right one with SBX1003, since nobody signed up (seen in the Swift client's tests).
 */
export async function probeTarget(configuration: Configuration): Promise<TargetProbe> {
  const { target, authKeyId, authKey, options } = configuration
  const silent = { failure: undefined, keyAccepted: undefined, skewMs: undefined, durationMs: undefined }
  if (target.kind === 'emulator') return silent
  let seen: { skewMs: number | undefined; durationMs: number } | undefined
  const plain = { ...toClientOptions(configuration, target.endpoint), deadlineMs: 10_000, callTimeoutMs: 10_000 }
  const client = createPlatformClient(plain, ({ serverDate, startedAtMs, durationMs }) => {
    const serverMs = Date.parse(serverDate ?? '')
    const skewMs = Number.isNaN(serverMs) ? undefined : serverMs - (startedAtMs + durationMs / 2)
    seen = { skewMs, durationMs }
  })
  try {
    const { newSessionId } = await import('../platform/new-session-id.ts')
    await client.sandbox.getSignupToken(`doctor-${newSessionId()}@${options.emailDomain}`, { authKeyId, authKey })
    return { ...silent, ...seen }
  } catch (error) {
    if (!SoracomApiError.is(error)) throw error
    if (error.sent !== 'yes') return { ...silent, failure: error.message }
    const keyAccepted = error.apiCode === 'SBX1002' ? false : error.apiCode === 'SBX1003' ? true : undefined
    return { ...silent, ...seen, keyAccepted }
  }
}
