import type { CallContext, CallRequest, Layer, Send } from '../wire/request.ts'
import { untilAborted } from './until-aborted.ts'

/** What a client is authenticated with. */
export interface Credentials {
  readonly apiKey: string
  readonly token: string
  readonly operatorId: string
  /** What it can log in with again when the token expires. */
  readonly login?:
    | { readonly email: string; readonly password: string }
    | { readonly operatorId: string; readonly userName: string; readonly password: string }
    | { readonly authKeyId: string; readonly authKey: string }
    | undefined
}

/** The credentials that clients share; renewed in place. */
export interface Identity {
  current: Credentials
  /** The login that is under way; whether it succeeded. Never rejects. */
  renewal: Promise<boolean> | undefined
}

/**
 * Adds the credentials, and logs in again, once, when they are refused. Calls that are refused together wait for one
 * login.
 */
export function authenticate(identity: Identity | undefined): Layer {
  return (next) => async (request, context) => {
    if (!identity || !request.authenticated) return await next(request, context)
    const used = identity.current
    const reply = await next(withCredentials(request, used), context)
    if (reply.status !== 401 || !used.login || context.signal?.aborted) return reply
    if (identity.current === used) {
      identity.renewal ??= renew(identity, next, context).finally(() => {
        identity.renewal = undefined
      })
      if (!(await untilAborted(identity.renewal, context.signal))) return reply
    }
    return await next(withCredentials(request, identity.current), context)
  }
}

function withCredentials(request: CallRequest, { apiKey, token }: Credentials): CallRequest {
  return { ...request, headers: { ...request.headers, 'x-soracom-api-key': apiKey, 'x-soracom-token': token } }
}

// Within the time of the call that began it, and not aborted with that call: others wait for it too.
async function renew(identity: Identity, next: Send, { deadline }: CallContext): Promise<boolean> {
  const { login, operatorId } = identity.current
  const context = { signal: undefined, deadline, progress: { attempts: 0, maybeSent: false } }
  try {
    const { status, text } = await next({ ...loginRequest, body: login }, context)
    const { apiKey, token } = status === 200 ? (JSON.parse(text) as Partial<Credentials>) : {}
    if (!apiKey || !token) return false
    identity.current = { apiKey, token, operatorId, login }
    return true
  } catch {
    // No usable answer: the calls that wait tell of their own refusal.
    return false
  }
}

const loginRequest = {
  operationId: 'auth',
  method: 'POST',
  path: '/auth',
  shownPath: '/auth',
  query: '',
  headers: {},
  repeat: 'safe',
  authenticated: false,
} as const
