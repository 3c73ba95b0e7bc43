import { type Circumstances, isInForce } from './is-in-force.ts'
import type { Permission } from './parse-statements.ts'

/**
 * Whether permissions let an operation be called: some statement in force allows it, and none denies it. A statement that
 * denies wins over all that allow, whichever of the user, its roles and the default permissions they come from
 * (users.soracom.io, default permissions).
 *
 * @param operation Its tag and name, such as `Subscriber:getSubscriber`.
 */
export function isPermitted(
  permissions: readonly Permission[],
  operation: string,
  circumstances: Circumstances,
): boolean {
  const inForce = permissions
    .flatMap(({ statements }) => statements)
    .filter(({ api }) => api.some((pattern) => matchesApi(pattern, operation)))
    .filter((statement) => isInForce(statement, circumstances))
  return inForce.some(({ effect }) => effect === 'allow') && !inForce.some(({ effect }) => effect === 'deny')
}

/** Whether a name is what a pattern means; each `*` stands for any text, as in `Subscriber:list*`. */
export function matchesApi(pattern: string, operation: string): boolean {
  const [first = '', ...parts] = pattern.split('*')
  const last = parts.pop()
  if (last === undefined) return operation === first
  if (!operation.startsWith(first)) return false
  let at = first.length
  for (const part of parts) {
    const found = operation.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return operation.length - last.length >= at && operation.endsWith(last)
}
