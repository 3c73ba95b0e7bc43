import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import got, { type Got } from 'got'

// Servers close connections that lie idle (Node's after 5 s); closed here before that, no request runs into it.
const idleSocketMs = 4_000

/**
 * Gives got as the transport wants it. A file of its own, imported with the first call only: the CommonJS build makes
 * that a `require`, which works inside Jest, where an `import()` of a module of Node does not.
 */
export function loadGot(maxInFlight: number): Got {
  const options = { keepAlive: true, maxSockets: maxInFlight, maxFreeSockets: maxInFlight, timeout: idleSocketMs }
  return got.extend({
    agent: { http: new HttpAgent(options), https: new HttpsAgent(options) },
    retry: { limit: 0 },
    throwHttpErrors: false,
    followRedirect: false,
    http2: false,
    responseType: 'text',
  })
}
