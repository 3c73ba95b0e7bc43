import { parsePermission } from '../rules/permissions/parse-statements.ts'
import type { EmulatorSettings } from '../settings.ts'
import { ApiFailure } from './api-failure.ts'

/** Refuses the text of a permission that is not one; 400. */
export function checkPermission(text: string, { unknownConditions }: EmulatorSettings): void {
  const read = parsePermission(text, unknownConditions)
  if ('problem' in read) throw new ApiFailure('EMU0100', [read.problem])
}
