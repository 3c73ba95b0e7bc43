import { createEmulator, type EmulatorApp } from '../create-emulator.ts'
import type { EmulatorReply } from '../http/message.ts'
import type { EmulatorOptions } from '../options.ts'

/** A reply with its body read. */
export interface TestReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  // biome-ignore lint/suspicious/noExplicitAny: a test says by itself what it expects of an answer
  readonly body: any
}

/** An emulator and ways to call it. */
export interface TestSandbox {
  readonly emulator: EmulatorApp
  /** Calls a path below `/v1`; without credentials unless headers have them. */
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<TestReply>
  /** Follows a link to a file, as anybody can who has it; gives the reply with its text as it is. */
  download(url: string): Promise<EmulatorReply>
  /** Calls a path below `/_emulator/`. */
  control(method: string, name: string, body?: unknown): Promise<TestReply>
  /** Makes an operator by the sandbox's own call. */
  operator(account?: Readonly<Record<string, unknown>>): Promise<TestOperator>
}

/** An operator that calls. */
export interface TestOperator {
  readonly operatorId: string
  readonly email: string
  readonly credentials: Readonly<Record<string, string>>
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<TestReply>
  /** Makes a SIM and registers it. */
  sim(request?: Readonly<Record<string, unknown>>): Promise<string>
  /** Makes a SAM user that has the password of tests and may do what its statements say, and logs in as it. */
  user(userName: string, ...statements: readonly object[]): Promise<TestOperator>
}

/** The password of operators in tests: the shortest that the policy lets pass. */
export const password = 'Passw0rd'

/** A pair of production keys, as any is accepted. */
export const productionKey = { authKeyId: 'keyId-test', authKey: 'secret-test' } as const

/** An emulator for a test. */
export function openSandbox(options: EmulatorOptions = {}): TestSandbox {
  const emulator = createEmulator(options)
  const send = async (method: string, url: string, body: unknown, headers: Readonly<Record<string, string>>) => {
    const reply = await emulator.handle({ method, url, headers, body: toBody(body) })
    const isJson = reply.headers['content-type']?.startsWith('application/json') ?? false
    return { ...reply, body: reply.body === '' ? undefined : isJson ? JSON.parse(reply.body) : reply.body }
  }
  const call: TestSandbox['call'] = (method, path, body, headers = {}) => send(method, `/v1${path}`, body, headers)
  let made = 0
  return {
    emulator,
    call,
    download: async (url) => emulator.handle({ method: 'GET', url }),
    control: (method, name, body) => send(method, `/_emulator/${name}`, body, {}),
    async operator(account = {}) {
      made += 1
      const request = { email: `operator-${made}@example.com`, password, ...productionKey, ...account }
      const { body } = await call('POST', '/sandbox/init', request)
      return toOperator(call, request.email, body)
    },
  }
}

function toBody(body: unknown): string | Uint8Array | undefined {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return body
  return JSON.stringify(body)
}

/** An operator by what logging in answered. */
export function toOperator(
  call: TestSandbox['call'],
  email: string,
  { operatorId, apiKey, token }: { readonly operatorId: string; readonly apiKey: string; readonly token: string },
): TestOperator {
  const credentials = { 'X-Soracom-API-Key': apiKey, 'X-Soracom-Token': token }
  const own: TestOperator['call'] = (method, path, body, headers = {}) =>
    call(method, path, body, { ...credentials, ...headers })
  return {
    operatorId,
    email,
    credentials,
    call: own,
    async sim(request = {}) {
      const { imsi, registrationSecret } = (await own('POST', '/sandbox/subscribers/create', request)).body
      await own('POST', `/subscribers/${imsi}/register`, { registrationSecret })
      return imsi
    },
    async user(userName, ...statements) {
      const path = `/operators/${operatorId}/users/${encodeURIComponent(userName)}`
      await own('POST', path, {})
      await own('POST', `${path}/password`, { password })
      await own('PUT', `${path}/permission`, { permission: JSON.stringify({ statements }) })
      const { body } = await call('POST', '/auth', { operatorId, userName, password })
      return toOperator(call, email, body)
    },
  }
}
