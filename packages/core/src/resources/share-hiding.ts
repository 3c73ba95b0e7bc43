import type { Declaration } from '../declare/declaration.ts'
import type { ShareDefinition } from '../declare/define-resource.ts'
import { deepFreeze } from '../kit/deep-freeze.ts'
import { withHidden } from '../kit/redacted.ts'

/** How a handle passes to another process that is plain data but for one need, which it holds without showing it. */
export function shareHiding<Handle extends object, Need extends keyof Handle & string>(
  need: Need,
): ShareDefinition<Handle, { readonly [Name in Need]: Declaration<Handle[Need]> }> {
  return {
    toData: (handle) => ({ ...handle }),
    fromData(data, { needs }) {
      const hidden = { [need]: (needs as { readonly [Name in Need]: unknown })[need] }
      return Object.freeze(withHidden(deepFreeze(data), hidden)) as Handle
    },
  }
}
