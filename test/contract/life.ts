import type { CallOptions, Credentials, Recorder, Reply } from './recorder.ts'

/** An operator whose life a walk goes through. */
export interface Life {
  readonly recorder: Recorder
  readonly operatorId: string
  readonly email: string
  readonly credentials: Credentials
  /** Calls an operation as this operator; `{operator_id}` in its path is filled in. */
  call(operationId: string, options?: CallOptions): Promise<Reply>
}

/** The production key that the emulator accepts, as it accepts any unless it is told which. */
export const productionKey = { authKeyId: 'keyId-contract', authKey: 'secret-contract' } as const

/** A password that the policy lets pass. */
export const password = 'Contract1'

/** Begins a life at once, by the sandbox's own call. */
export async function beginLife(recorder: Recorder, email: string, coverageTypes: readonly string[]): Promise<Life> {
  const { body } = await recorder.call('sandboxInitializeOperator', {
    body: { email, password, ...productionKey, coverageTypes },
  })
  return toLife(recorder, email, body)
}

/** A life by what logging in answered. */
export function toLife(
  recorder: Recorder,
  email: string,
  { apiKey, token, operatorId }: Credentials & { readonly operatorId: string },
): Life {
  const credentials = { apiKey, token }
  return {
    recorder,
    operatorId,
    email,
    credentials,
    call: (operationId, options = {}) =>
      recorder.call(operationId, { credentials, ...options, params: { operator_id: operatorId, ...options.params } }),
  }
}

/** A SIM that is registered and active. */
export async function addSim(life: Life, subscription: string, bundles: readonly string[] = []): Promise<string> {
  const made = await life.call('sandboxCreateSubscriber', { body: { subscription, bundles } })
  const { imsi, registrationSecret } = made.body
  await life.call('registerSubscriber', { params: { imsi }, body: { registrationSecret } })
  await life.call('activateSubscriber', { params: { imsi } })
  return imsi
}
