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

/** A password that the policy lets pass. */
export const password = 'Contract1'

/** Begins a life at once, by the sandbox's own call. */
export async function beginLife(recorder: Recorder, name: string, coverageTypes: readonly string[]): Promise<Life> {
  const { emailOf, productionKey } = recorder.target
  const email = emailOf(name)
  const { status, body } = await recorder.call('sandboxInitializeOperator', {
    body: { email, password, ...productionKey, coverageTypes },
  })
  if (status !== 201) throw new Error(`${recorder.target.name} made no operator: ${status} ${JSON.stringify(body)}`)
  return toLife(recorder, email, body)
}

/** A life by what logging in answered; its operator is deleted at the end. */
export function toLife(
  recorder: Recorder,
  email: string,
  { apiKey, token, operatorId }: Credentials & { readonly operatorId: string },
): Life {
  const credentials = { apiKey, token }
  const life: Life = {
    recorder,
    operatorId,
    email,
    credentials,
    call: (operationId, options = {}) =>
      recorder.call(operationId, { credentials, ...options, params: { operator_id: operatorId, ...options.params } }),
  }
  recorder.lives.push(life)
  return life
}

/**
 * Ends all lives, also those whose walks failed, and gives the IDs of the operators that could not be deleted. Logs in
 * anew for each, since walks end the tokens that they had.
 */
export async function endLives({ lives, call }: Recorder): Promise<string[]> {
  const left: string[] = []
  for (const { email, operatorId } of lives.splice(0)) {
    const login = await call('auth', { body: { email, password } })
    // Its walk has deleted it.
    if (login.status === 401) continue
    const credentials = login.body as Credentials
    const { status } = await call('sandboxDeleteOperator', { params: { operator_id: operatorId }, credentials })
    if (status !== 200) left.push(operatorId)
  }
  return left
}

/** A SIM that is registered and active. */
export async function addSim(life: Life, subscription: string, bundles: readonly string[] = []): Promise<string> {
  const made = await life.call('sandboxCreateSubscriber', { body: { subscription, bundles } })
  const { imsi, registrationSecret } = made.body
  await life.call('registerSubscriber', { params: { imsi }, body: { registrationSecret } })
  await life.call('activateSubscriber', { params: { imsi } })
  return imsi
}
