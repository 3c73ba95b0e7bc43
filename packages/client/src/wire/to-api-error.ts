import { type ApiErrorDetails, SoracomApiError } from './errors.ts'
import { redact } from './redact.ts'
import type { CallRequest, Reply } from './request.ts'
import { toRetryAfterMs } from './retry-after.ts'
import type { TransportError } from './transport-error.ts'

const mostCharacters = 200

/** What became of a call that did not succeed. */
export interface Failure {
  readonly request: CallRequest
  readonly endpoint: string
  readonly credentials: unknown
  readonly attempts: number
  readonly nowMs: number
}

/** The error for a reply that refuses. */
export function toRefusal(reply: Reply, failure: Failure): SoracomApiError {
  const { code, message } = toErrorBody(reply.text)
  const { status } = reply
  const said = message ?? (reply.text.trim() === '' ? 'no text' : reply.text.slice(0, mostCharacters))
  const hint = toHint(status, code)
  const text = `${toHead(failure)} answered ${[status, code].filter(Boolean).join(' ')}: ${said}${hint ? ` — ${hint}` : ''}`
  return toError(text, failure, {
    status,
    apiCode: code,
    apiMessage: message,
    sent: 'yes',
    retryAfterMs: toRetryAfterMs(reply, failure.nowMs),
  })
}

/** The error for a reply that succeeds and is not what it should be. */
export function toMalformed(reply: Reply, failure: Failure): SoracomApiError {
  const text = `${toHead(failure)} answered ${reply.status} with a body that is not JSON: ${reply.text.slice(0, mostCharacters)}`
  return toError(text, failure, { status: reply.status, sent: 'yes' })
}

/** The error for a call without an answer. */
export function toSilence(error: TransportError, failure: Failure): SoracomApiError {
  const sent = error.sent === 'no' ? 'It was not sent, so nothing happened' : 'Nobody knows whether it took effect'
  const hint = error.sent === 'no' ? ` Is a server running at ${failure.endpoint}?` : ''
  const tries = failure.attempts > 1 ? ` after ${failure.attempts} attempts` : ''
  const text = `${toHead(failure)} got no answer${tries}: ${error.message}. ${sent}.${hint}`
  return toError(text, failure, { status: undefined, sent: error.sent }, error)
}

function toHead({ request }: Failure): string {
  return `${request.method} ${request.path}`
}

function toError(
  text: string,
  { request, credentials, attempts }: Failure,
  answer: Pick<ApiErrorDetails, 'status' | 'sent'> & Partial<ApiErrorDetails>,
  cause?: Error,
): SoracomApiError {
  const clean = (said: string) => redact(said, request.body, credentials)
  const { operationId, method, path } = request
  const apiMessage = answer.apiMessage === undefined ? undefined : clean(answer.apiMessage)
  return new SoracomApiError(
    clean(text),
    { operationId, method, path, attempts, apiCode: undefined, retryAfterMs: undefined, ...answer, apiMessage },
    cause ? { cause } : undefined,
  )
}

/** The code of an API error body, where a text is one. */
export function toErrorBody(text: string): { readonly code?: string; readonly message?: string } {
  try {
    const { code, message } = JSON.parse(text) as { code?: unknown; message?: unknown }
    return {
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof message === 'string' ? { message } : {}),
    }
  } catch {
    // Not JSON: a gateway's text, told as it is.
    return {}
  }
}

function toHint(status: number, code: string | undefined): string | undefined {
  if (code === 'SBX1002')
    return 'is SORACOM_AUTH_KEY an auth key of the production account, and SORACOM_AUTH_KEY_ID its ID?'
  if (code === 'AUM0003') return 'an operator with this e-mail address exists already'
  if (status === 401) return 'the credentials are wrong, or the token has expired'
  if (status === 429) return 'the rate limit is used up; it starts anew within a minute'
  if (status >= 500) return 'the server failed; try again'
  return undefined
}
