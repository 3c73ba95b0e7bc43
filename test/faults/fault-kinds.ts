import type { FaultKind } from '@soracom-fixtures/emulator'

/** How long a trial lets a call take, in milliseconds; a slow one takes longer. */
export const callTimeoutMs = 1_000

/** What can go wrong with a call, as it is said behind "when". */
export const faultKinds: Readonly<Record<string, FaultKind>> = {
  'its connection is reset before its effect': { kind: 'reset', when: 'before' },
  'its connection is reset after its effect': { kind: 'reset', when: 'after' },
  'it is answered 429': { kind: 'tooManyRequests', retryAfterSeconds: 0 },
  'it is answered 500 before its effect': { kind: 'internalError', when: 'before' },
  'it is answered 500 after its effect': { kind: 'internalError', when: 'after' },
  'a gateway answers 502 as text before its effect': { kind: 'badGateway', when: 'before' },
  'a gateway answers 502 as text after its effect': { kind: 'badGateway', when: 'after' },
  'it is too slow': { kind: 'latency', ms: 1.6 * callTimeoutMs },
  'its body is cut': { kind: 'cutBody' },
  'its token has expired': { kind: 'expiredToken' },
}

/** Those that are also tried each time: whether an effect came before matters less where none ever succeeds. */
export const lastingKinds: typeof faultKinds = Object.fromEntries(
  Object.entries(faultKinds).filter(
    ([what, { kind }]) => !what.endsWith('before its effect') && kind !== 'internalError',
  ),
)
