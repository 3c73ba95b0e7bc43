// The errors alone, for whoever tells them apart and makes no call.

export { type ApiErrorDetails, SoracomApiError, UnsafeTargetError } from './wire/errors.ts'
export { TransportError } from './wire/transport-error.ts'
