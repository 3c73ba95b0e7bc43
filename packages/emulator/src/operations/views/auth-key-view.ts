import type { AuthKeyResponse } from '@soracom-fixtures/api'
import type { AuthKeyState } from '../../state/operator.ts'

/** An auth key as the API shows it after it was made: without the key itself, its times in seconds. */
export function toAuthKeyView({ authKeyId, createdMs, lastUsedMs }: AuthKeyState): AuthKeyResponse {
  return {
    authKeyId,
    createDateTime: Math.floor(createdMs / 1000),
    lastUsedDateTime: lastUsedMs === null ? null : Math.floor(lastUsedMs / 1000),
  }
}
