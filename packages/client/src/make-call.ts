import { type CallDescription, type CallResult, toRequest } from './endpoints/call.ts'
import type { Identity } from './layers/authenticate.ts'
import { createDeadline } from './layers/deadline.ts'
import type { NormalizedOptions } from './options.ts'
import { redact } from './wire/redact.ts'
import type { Reply, Send } from './wire/request.ts'
import { type Failure, toMalformed, toRefusal, toSilence } from './wire/to-api-error.ts'
import { TransportError } from './wire/transport-error.ts'

/** What a client makes its calls with. */
export interface Caller {
  readonly options: NormalizedOptions
  readonly identity: Identity | undefined
  readonly send: Send
  readonly signal: AbortSignal | undefined
}

/**
 * Makes one call: sends it through the layers, and reads its answer.
 *
 * @throws {SoracomApiError} when it does not succeed; the signal's reason when it was given up.
 */
export async function makeCall<Value>(caller: Caller, description: CallDescription): Promise<CallResult<Value>> {
  const { options, identity, send, signal } = caller
  const { clock, deadlineMs, endpoint } = options
  const bare = toRequest(description)
  const holders = [description.params, description.query, options.headers, bare.headers, identity?.current]
  const clean = (text: string) => redact(text, bare.body, ...holders)
  const request = { ...bare, operationId: clean(bare.operationId), shownPath: clean(bare.shownPath) }
  const progress = { attempts: 0, maybeSent: false }
  const failure = (): Failure => ({
    request,
    endpoint,
    // The credentials before and after: they may have been renewed meanwhile.
    secretHolders: [...holders, identity?.current],
    progress,
    nowMs: clock.now(),
  })
  let reply: Reply
  try {
    reply = await send(request, { signal, deadline: createDeadline(clock, deadlineMs), progress })
  } catch (error) {
    throw TransportError.is(error) ? toSilence(error, failure()) : error
  }
  if (reply.status >= 300) throw toRefusal(reply, failure())
  const { answer = 'json' } = description
  const isEmpty = reply.text.trim() === ''
  if (answer === 'none' || (answer === 'any' && isEmpty)) return { value: undefined as Value, reply }
  try {
    return { value: JSON.parse(reply.text) as Value, reply }
  } catch {
    throw toMalformed(reply, failure())
  }
}
