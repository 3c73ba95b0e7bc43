import type { AuthKeyResponse } from '@soracom-fixtures/api'
import type { AuthKeyState } from '../../state/operator.ts'

/**
 * An auth key as the API shows it after it was made: without the key itself, its times in seconds. When it was used last is
 * left out before that, since the document knows no null for it.
 */
export function toAuthKeyView({ authKeyId, createdMs, lastUsedMs }: AuthKeyState): AuthKeyResponse {
  return {
    authKeyId,
    createDateTime: Math.floor(createdMs / 1000),
    ...(lastUsedMs === null ? {} : { lastUsedDateTime: Math.floor(lastUsedMs / 1000) }),
  }
}
