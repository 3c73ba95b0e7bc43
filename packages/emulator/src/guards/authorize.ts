import { ApiFailure } from '../operations/api-failure.ts'
import type { OperationContext } from '../operations/operation.ts'
import { toCircumstances } from '../operations/to-circumstances.ts'
import { isPermitted } from '../rules/permissions/is-permitted.ts'
import type { SessionState } from '../state/world.ts'

/**
 * Refuses a call that a SAM user may not make. The root user may make every call. What counts are the permissions that
 * the token was made with: it carries them, so that a change shows with the next token (users.soracom.io, permissions of
 * SAM users).
 *
 * @param operation Its tag and name, such as `Subscriber:getSubscriber`.
 */
export function authorize(
  context: Pick<OperationContext, 'world' | 'params' | 'nowMs'>,
  session: SessionState,
  operation: string,
): void {
  const { user } = session
  if (!user || alwaysPermitted.includes(operation)) return
  if (isPermitted(user.permissions, operation, toCircumstances(context, session))) return
  throw new ApiFailure('EMU0016', [operation], context.world.settings.notPermittedStatus)
}

// Whatever the permissions are (published document).
const alwaysPermitted = ['Auth:logout']
