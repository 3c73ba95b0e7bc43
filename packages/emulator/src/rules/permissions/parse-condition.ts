/** A condition of a statement, read: what is compared, and how it is put together. */
export type Condition =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Condition; readonly right: Condition }

/**
 * Reads a condition, such as `currentDate >= date(2026, 02, 01) and ipAddress('10.0.0.0/24')`. `and`, comparisons and
 * calls are what the published examples show (users.soracom.io, permission syntax); `or`, `not` and parentheses go with
 * them.
 *
 * @throws {SyntaxError} where the text is no condition.
 */
export function parseCondition(text: string): Condition {
  const tokens = toTokens(text)
  let at = 0
  const peek = (): string => tokens[at] ?? ''
  const take = (): string => tokens[at++] ?? ''
  const takeIf = (...wanted: readonly string[]): string | undefined => (wanted.includes(peek()) ? take() : undefined)
  const need = (wanted: string): void => {
    if (takeIf(wanted) === undefined) throw new SyntaxError(`"${wanted}" is missing before "${peek()}"`)
  }

  const condition = parseOr(0)
  if (at < tokens.length) throw new SyntaxError(`"${peek()}" is one too many`)
  return condition

  function parseOr(depth: number): Condition {
    let left = parseAnd(depth)
    while (takeIf('or')) left = { kind: 'or', left, right: parseAnd(depth) }
    return left
  }

  function parseAnd(depth: number): Condition {
    let left = parseNot(depth)
    while (takeIf('and')) left = { kind: 'and', left, right: parseNot(depth) }
    return left
  }

  function parseNot(depth: number): Condition {
    checkDepth(depth)
    if (takeIf('not')) return { kind: 'not', of: parseNot(depth + 1) }
    const left = parseTerm(depth)
    const operator = takeIf('==', '!=', '>=', '<=', '>', '<')
    return operator === undefined ? left : { kind: 'compare', operator, left, right: parseTerm(depth) }
  }

  function parseTerm(depth: number): Condition {
    if (takeIf('(')) {
      const inner = parseOr(depth + 1)
      need(')')
      return inner
    }
    const token = take()
    if (/^['"]/.test(token)) return { kind: 'value', value: token.slice(1, -1) }
    if (/^\d/.test(token)) return { kind: 'value', value: Number(token) }
    if (!/^[A-Za-z]/.test(token) || keywords.includes(token)) throw new SyntaxError(`"${token}" is out of place`)
    if (takeIf('(') === undefined) return { kind: 'name', name: token }
    return { kind: 'call', name: token, args: parseArgs(depth + 1) }
  }

  function parseArgs(depth: number): Condition[] {
    const args: Condition[] = []
    if (takeIf(')')) return args
    do args.push(parseOr(depth))
    while (takeIf(','))
    need(')')
    return args
  }
}

const keywords = ['and', 'or', 'not']
const deepest = 50

function checkDepth(depth: number): void {
  if (depth > deepest) throw new SyntaxError(`it is nested deeper than ${deepest}`)
}

function toTokens(text: string): string[] {
  const tokens = text.match(/'[^']*'|"[^"]*"|[A-Za-z_][\w.]*|\d+(?:\.\d+)?|[=!<>]=|[<>(),]|\S/g) ?? []
  if (tokens.length === 0) throw new SyntaxError('it is empty')
  return tokens
}
