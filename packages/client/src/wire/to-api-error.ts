import { type ApiErrorDetails, SoracomApiError } from './errors.ts'
import { redact } from './redact.ts'
import type { CallRequest, Progress, Reply } from './request.ts'
import { toRetryAfterMs } from './retry-after.ts'
import { toHint, toSilenceHint } from './to-hint.ts'
import { TransportError } from './transport-error.ts'

const mostCharacters = 200

/** What is known of a call that did not succeed. */
export interface Failure {
  readonly request: CallRequest
  readonly endpoint: string
  /** Whose secret values are kept out of every text. */
  readonly secretHolders: readonly unknown[]
  readonly progress: Progress
  readonly nowMs: number
}

/** The error for a reply that refuses. */
export function toRefusal(reply: Reply, failure: Failure): SoracomApiError {
  const { code, message } = toErrorBody(reply.text)
  const { status } = reply
  const said = message === undefined ? quote(reply.text, failure) : clean(message, failure)
  const hint = toHint(status, code)
  const text = `${toHead(failure)} answered ${code ? `${status} ${code}` : status}: ${said}${hint ? ` — ${hint}` : ''}${toGivenUp(failure)}`
  return toError(text, failure, {
    status,
    apiCode: code,
    apiMessage: message === undefined ? undefined : said,
    sent: 'yes',
    retryAfterMs: toRetryAfterMs(reply, failure.nowMs),
  })
}

/** The error for a reply that succeeds and is not what it should be. */
export function toMalformed(reply: Reply, failure: Failure): SoracomApiError {
  const text = `${toHead(failure)} answered ${reply.status} with a body that is not JSON: ${quote(reply.text, failure)}`
  return toError(text, failure, { status: reply.status, sent: 'yes' })
}

/** The error for a call without an answer. */
export function toSilence(last: TransportError, failure: Failure): SoracomApiError {
  const { message, code, sent: lastSent } = last
  const { attempts, maybeSent } = failure.progress
  const sent = maybeSent ? 'maybe' : lastSent
  const effect = sent === 'no' ? 'It was not sent, so nothing happened' : 'Nobody knows whether it took effect'
  const hint = toSilenceHint(last, failure.endpoint)
  const tries = attempts > 1 ? ` after ${attempts} attempts` : ''
  const said = clean(message, failure)
  const text = `${toHead(failure)} got no answer${tries}: ${said}. ${effect}. ${hint}${toGivenUp(failure)}`
  return toError(text, failure, { status: undefined, sent }, new TransportError(said, lastSent, code))
}

/** The code and the message of an API error body, where a text is one. */
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

// Behind a hint, which ends without a full stop.
function toGivenUp({ progress }: Failure): string {
  return progress.givenUp === undefined ? '' : ` ${progress.givenUp}`
}

function toHead({ request }: Failure): string {
  return `${request.method} ${request.shownPath}`
}

function clean(text: string, { request, secretHolders }: Failure): string {
  return redact(text, request.body, ...secretHolders)
}

// The beginning of a body, on one line; cut after the secrets are out, so that no half of one is left.
function quote(text: string, failure: Failure): string {
  const said = clean(text, failure).replaceAll(/\s+/g, ' ').trim()
  if (said === '') return 'no text'
  return said.length > mostCharacters ? `${said.slice(0, mostCharacters)}…` : said
}

function toError(
  text: string,
  { request, progress }: Failure,
  answer: Pick<ApiErrorDetails, 'status' | 'sent'> & Partial<ApiErrorDetails>,
  cause?: Error,
): SoracomApiError {
  const { operationId, method, shownPath: path } = request
  const details = { operationId, method, path, attempts: progress.attempts }
  return new SoracomApiError(
    text,
    { ...details, apiCode: undefined, apiMessage: undefined, retryAfterMs: undefined, ...answer },
    cause ? { cause } : undefined,
  )
}
