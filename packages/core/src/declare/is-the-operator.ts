import { isDeclaration } from './declaration.ts'

/** The kind of the stand-in for the set's only operator. */
export const kindOfTheOperator = 'the operator'

/** Whether a value is the stand-in for the set's only operator. */
export function isTheOperator(value: unknown): boolean {
  return isDeclaration(value) && value.kind === kindOfTheOperator
}
