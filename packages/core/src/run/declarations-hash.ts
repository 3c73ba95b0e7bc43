import { createHash } from 'node:crypto'
import { isDeclaration } from '../declare/declaration.ts'
import type { Plan } from '../plan/make-plan.ts'

/** A hash of everything that a set declares: the same as long as nothing of it is changed. */
export function declarationsHash({ steps }: Plan): string {
  const indexes = new Map(steps.map(({ declaration }, index) => [declaration, index]))
  const toPlain = (_: string, value: unknown): unknown => {
    if (isDeclaration(value)) return { declaration: indexes.get(value) ?? value.kind }
    return typeof value === 'function' ? { function: String(value) } : value
  }
  const told = steps.map(({ name, declaration }) => [name, declaration.kind, declaration.options])
  return createHash('sha256').update(JSON.stringify(told, toPlain)).digest('hex')
}
