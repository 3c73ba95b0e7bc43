import { parse } from '@babel/parser'

/** A text with a property more, or why it has none. */
export type Edited = { readonly text: string } | { readonly reason: string }

/** A property, and the objects that hold it: `['test']` for `test: { … }`. */
export interface Property {
  readonly within: readonly string[]
  readonly name: string
  /** As code. */
  readonly value: string
  /** Whether one that is there already may become a list of it and this one. */
  readonly mayBeList: boolean
}

/**
 * Adds a property to the object that a configuration file exports, and leaves everything else as it is written. Finds it
 * behind `defineConfig(…)`, a variable, a function that returns it, and `module.exports`.
 */
export function editConfig(text: string, property: Property): Edited {
  const program = parseConfig(text)
  if (!program) return { reason: 'it could not be parsed' }
  const exported = exportedObject(program)
  if (!exported) return { reason: 'its export is no object that could be found' }
  const { holder, missing } = descend(exported, property.within)
  if (!holder) return { reason: `${property.within.join('.')} in it is no object that is written there` }
  const known = missing.length === 0 ? propertyOf(holder, property.name) : undefined
  return known ? extendValue(text, known, property) : { text: insertFirst(text, holder, nest(property, missing)) }
}

// What is read of the nodes of Babel's tree.
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly leadingComments?: readonly Node[] | null
  readonly [key: string]: unknown
}

function parseConfig(text: string): readonly Node[] | undefined {
  try {
    const file = parse(text, { sourceType: 'unambiguous', plugins: ['typescript'], allowReturnOutsideFunction: true })
    return file.program.body as unknown as Node[]
  } catch {
    // What the user's own tools may still know how to read.
    return undefined
  }
}

function exportedObject(program: readonly Node[]): Node | undefined {
  for (const statement of program) {
    if (statement.type === 'ExportDefaultDeclaration') return toObject(statement.declaration as Node, program)
    const { expression } = statement as { expression?: Node }
    if (expression?.type !== 'AssignmentExpression') continue
    const { left, right } = expression as unknown as { left: Node; right: Node }
    if (isModuleExports(left)) return toObject(right, program)
  }
  return undefined
}

function isModuleExports({ type, object, property }: Node): boolean {
  return type === 'MemberExpression' && nameOf(object) === 'module' && nameOf(property) === 'exports'
}

// The object that an expression comes to, as far as its text tells.
function toObject(node: Node | undefined | null, program: readonly Node[]): Node | undefined {
  if (!node) return undefined
  if (node.type === 'ObjectExpression') return node
  if (/^(TSAsExpression|TSSatisfiesExpression|ParenthesizedExpression|AwaitExpression)$/.test(node.type)) {
    return toObject((node.expression ?? node.argument) as Node, program)
  }
  if (node.type === 'Identifier') return toObject(initialValue(nameOf(node), program), program)
  if (node.type === 'CallExpression' && /config/i.test(nameOf(node.callee))) {
    const found = (node.arguments as Node[]).map((argument) => toObject(argument, program))
    return found.findLast((one) => one !== undefined)
  }
  return /Function/.test(node.type) ? returnedObject(node.body as Node, program) : undefined
}

function returnedObject(body: Node, program: readonly Node[]): Node | undefined {
  if (body.type !== 'BlockStatement') return toObject(body, program)
  const returns = (body.body as Node[]).filter(({ type }) => type === 'ReturnStatement')
  return returns.length === 1 ? toObject(returns[0]?.argument as Node, program) : undefined
}

function initialValue(name: string, program: readonly Node[]): Node | undefined {
  const declarations = program.flatMap((one) =>
    one.type === 'VariableDeclaration' ? (one.declarations as Node[]) : [],
  )
  return declarations.find(({ id }) => nameOf(id) === name)?.init as Node | undefined
}

function nameOf(node: unknown): string {
  const { name, value } = (node ?? {}) as { name?: string; value?: unknown }
  return name ?? (typeof value === 'string' ? value : '')
}

function propertyOf(object: Node, name: string): Node | undefined {
  return (object.properties as Node[]).find(({ key }) => nameOf(key) === name)
}

// Goes down as far as there are objects; what is missing is to be written.
function descend(object: Node, [name, ...rest]: readonly string[]): { holder?: Node; missing: readonly string[] } {
  if (name === undefined) return { holder: object, missing: [] }
  const found = propertyOf(object, name)
  if (!found) return { holder: object, missing: [name, ...rest] }
  const value = found.value as Node | undefined
  return value?.type === 'ObjectExpression' ? descend(value, rest) : { missing: [] }
}

function extendValue(text: string, known: Node, { name, value, mayBeList }: Property): Edited {
  const old = known.value as Node | undefined
  if (old === undefined || !mayBeList) return { reason: `it has a ${name} of its own` }
  const isList = old.type === 'ArrayExpression'
  if (!isList && old.type !== 'StringLiteral') return { reason: `it has a ${name} that is no text and no list` }
  const code = text.slice(old.start, old.end)
  if (code.includes(value.slice(1, -1))) return { text }
  const list = isList
    ? code.replace(/^\[\s*/, (open) => `${open}${value}, `).replace(/, \]$/, ']')
    : `[${value}, ${code}]`
  return { text: text.slice(0, old.start) + list + text.slice(old.end) }
}

function nest({ name, value }: Property, missing: readonly string[]): string {
  return missing.reduceRight((inner, holder) => `${holder}: { ${inner} }`, `${name}: ${value}`)
}

// As the first property: no comma before it is looked for, and no comment behind one is torn from its line.
function insertFirst(text: string, { start, end, properties }: Node, code: string): string {
  const first = (properties as Node[])[0]
  if (!first) return `${text.slice(0, start)}{ ${code} }${text.slice(end)}`
  const at = Math.min(first.start, ...(first.leadingComments ?? []).map((comment) => comment.start))
  const between = text.slice(start + 1, at)
  const newline = between.lastIndexOf('\n')
  const separator = newline === -1 ? ' ' : `\n${between.slice(newline + 1)}`
  return `${text.slice(0, at)}${code},${separator}${text.slice(at)}`
}
