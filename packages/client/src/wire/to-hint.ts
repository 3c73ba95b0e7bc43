import type { TransportError } from './transport-error.ts'

/** What to do about a refusal, where that is known. */
export function toHint(status: number, code: string | undefined): string | undefined {
  if (code === 'SBX1002')
    return 'is SORACOM_AUTH_KEY an auth key of the production account, SORACOM_AUTH_KEY_ID its ID?'
  if (code === 'SBX1003') return 'sign up with this e-mail address first (operators.create)'
  if (code === 'AUM0003') return 'an operator with this e-mail address exists already; take another address'
  if (code === 'AUM0001') return 'the call needs a client with credentials: client.as({ apiKey, token, operatorId })'
  if (code === 'AUM0010')
    return 'a password has 8 to 100 characters with a lower-case letter, an upper-case one and a digit'
  if (status < 400) return 'redirects are not followed; name the endpoint itself'
  if (status === 401) return 'the credentials are wrong, or have expired and could not be renewed'
  if (status === 429) return 'the rate limit is used up; it starts anew within a minute'
  if (status >= 500) return 'the server failed; try again later'
  return undefined
}

/** What to do where no answer came. */
export function toSilenceHint({ code, sent }: Pick<TransportError, 'code' | 'sent'>, endpoint: string): string {
  if (code === 'ETIMEDOUT' && sent === 'maybe') return 'Raise callTimeoutMs or deadlineMs if the target is only slow.'
  if (code === 'DEADLINE') return 'Raise deadlineMs if the target is only slow.'
  if (sent === 'no') return `Is a server running at ${endpoint}?`
  return `Try again; if it stays so, look for what ends connections to ${endpoint}.`
}
