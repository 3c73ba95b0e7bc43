import type { Layer, Reply, Send } from '../wire/request.ts'

/** What a client is authenticated with. */
export interface Credentials {
  readonly apiKey: string
  readonly token: string
  readonly operatorId: string
  /** What it can log in with again when the token expires. */
  readonly login?:
    | { readonly email: string; readonly password: string }
    | { readonly authKeyId: string; readonly authKey: string }
    | undefined
}

/** The credentials that clients share; renewed in place. */
export interface Identity {
  current: Credentials
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
    const send = ({ apiKey, token }: Credentials) =>
      next(
        { ...request, headers: { ...request.headers, 'x-soracom-api-key': apiKey, 'x-soracom-token': token } },
        context,
      )
    const reply = await send(used)
    if (reply.status !== 401 || !used.login || context.signal?.aborted) return reply
    if (identity.current === used) {
      identity.renewal ??= renew(identity, next).finally(() => {
        identity.renewal = undefined
      })
      if (!(await identity.renewal)) return reply
    }
    return await send(identity.current)
  }
}

// Whether it could log in.
async function renew(identity: Identity, next: Send): Promise<boolean> {
  const { login, operatorId } = identity.current
  const reply: Reply = await next(
    {
      operationId: 'auth',
      method: 'POST',
      path: '/auth',
      query: '',
      body: login,
      headers: {},
      repeatable: true,
      authenticated: false,
    },
    { attempt: 1, signal: undefined, onAttempt: () => {} },
  )
  if (reply.status !== 200) return false
  const { apiKey, token } = JSON.parse(reply.text) as { apiKey: string; token: string }
  identity.current = { apiKey, token, operatorId, login }
  return true
}
