import { isDeclaration } from './declaration.ts'

/** Whether a need is what its type says. */
export function isNeed(need: unknown): boolean {
  return Array.isArray(need) ? need.every(isDeclaration) : need === undefined || isDeclaration(need)
}
