import { assertSafeTarget } from '../targets.ts'
import { createGotTransport } from './got.ts'

const timeoutMs = 10_000

/**
 * Calls one of an emulator's own paths, below `/_emulator/`, which no service has. Gives the JSON of its answer.
 *
 * @throws {UnsafeTargetError} for a host that is neither loopback nor the sandbox.
 * @throws {Error} where it does not succeed; with what the emulator says.
 */
export async function callEmulator<Value>(
  endpoint: string,
  method: 'GET' | 'POST',
  path: string,
  { body, allowHosts }: { readonly body?: unknown; readonly allowHosts?: readonly string[] } = {},
): Promise<Value> {
  assertSafeTarget(endpoint, allowHosts)
  const send = createGotTransport({ maxInFlight: 1 })
  const { status, text } = await send({
    method,
    url: `${endpoint}/_emulator/${path}`,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
    timeoutMs,
    signal: undefined,
  })
  if (status === 200) return JSON.parse(text) as Value
  throw new Error(`${method} /_emulator/${path} of ${new URL(endpoint).host} answered ${status}: ${toSaid(text)}`)
}

function toSaid(text: string): string {
  try {
    return String((JSON.parse(text) as { message?: unknown }).message)
  } catch {
    return 'no JSON; is it an emulator?'
  }
}
