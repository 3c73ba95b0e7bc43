import { isDeclaration, isNeed, type Needs } from '../declare/declaration.ts'

/** What a compiler tells, and JavaScript does not: a handle, or a factory that was not called, where a declaration goes. */
export function checkNeeds(needs: Needs): string[] {
  const wrong = Object.entries(needs).filter(([, need]) => !isNeed(need))
  return wrong.flatMap(([name, need]) =>
    [need]
      .flat()
      .filter((one) => one !== undefined && !isDeclaration(one))
      .map((one) => `${name} must be a declaration, not ${describeOther(one)}`),
  )
}

function describeOther(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'function') return 'a function (was the declaration called?)'
  return typeof value === 'object' ? 'an object (a handle? refer to its declaration)' : `a ${typeof value}`
}
