import * as v from 'valibot'
import type { UnknownConditions } from './is-in-force.ts'
import { unknownTerms } from './is-met.ts'
import { parseCondition } from './parse-condition.ts'

/** One statement of a permission: which operations it allows or denies, and when. */
export interface Statement {
  readonly effect: 'allow' | 'deny'
  /** `Tag:operation`, with `*` for any part. */
  readonly api: readonly string[]
  readonly condition?: string
}

/** A permission as a token carries it. */
export interface Permission {
  readonly statements: readonly Statement[]
}

/** One statement of a trust policy: who may switch to the user, and when. */
export interface TrustStatement {
  readonly effect: 'allow' | 'deny'
  /** SRNs of root users and SAM users. */
  readonly principals: readonly string[]
  readonly condition?: string
}

/** A text that was read, or why it could not be. */
export type Parsed<Value> = { readonly value: Value } | { readonly problem: string }

/**
 * Reads the text of a permission: JSON with `statements`, each with an `effect`, an `api` that is a text or a list of
 * them, and perhaps a `condition` (users.soracom.io, permission syntax).
 */
export function parsePermission(text: string, unknownConditions: UnknownConditions): Parsed<Permission> {
  return parseStatements(text, permissionSchema, unknownConditions, ({ effect, api, condition }) => ({
    effect,
    api: [api].flat(),
    ...(condition === undefined ? {} : { condition }),
  }))
}

/**
 * Reads the text of a trust policy: JSON with `statements`, each with an `effect` and a `principal` of SRNs
 * (users.soracom.io, trust policy syntax). Principals that are services, such as Flux apps, never switch.
 */
export function parseTrustPolicy(
  text: string,
  unknownConditions: UnknownConditions,
): Parsed<{ readonly statements: readonly TrustStatement[] }> {
  return parseStatements(text, trustPolicySchema, unknownConditions, ({ effect, principal, condition }) => ({
    effect,
    principals: [principal.soracom ?? []].flat(),
    ...(condition === undefined ? {} : { condition }),
  }))
}

const effectSchema = v.picklist(['allow', 'deny'])
const textsSchema = v.union([v.pipe(v.string(), v.nonEmpty()), v.array(v.pipe(v.string(), v.nonEmpty()))])
const permissionSchema = v.object({ effect: effectSchema, api: textsSchema, condition: v.optional(v.string()) })
const trustPolicySchema = v.object({
  effect: effectSchema,
  principal: v.object({ soracom: v.optional(textsSchema), service: v.optional(textsSchema) }),
  condition: v.optional(v.string()),
})

function parseStatements<Schema extends typeof permissionSchema | typeof trustPolicySchema, Read>(
  text: string,
  schema: Schema,
  unknownConditions: UnknownConditions,
  toStatement: (statement: v.InferOutput<Schema>) => Read,
): Parsed<{ readonly statements: readonly Read[] }> {
  const json = readJson(text)
  if (json === undefined) return { problem: 'it is not JSON' }
  const result = v.safeParse(v.object({ statements: v.array(schema) }), json)
  if (!result.success) return { problem: describe(result.issues[0]) }
  const { statements } = result.output
  for (const { condition } of statements) {
    const problem = condition === undefined ? undefined : conditionProblem(condition, unknownConditions)
    if (problem !== undefined) return { problem }
  }
  return { value: { statements: statements.map(toStatement) } }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is wrong is told by the caller; the parser's own words differ from one version of Node to the next.
    return undefined
  }
}

function describe(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({ key }) => String(key)).join('.')
  return `${path ?? 'it'} is ${issue.received}, not ${issue.expected ?? 'what it must be'}`
}

function conditionProblem(text: string, unknownConditions: UnknownConditions): string | undefined {
  try {
    const [unknown] = unknownTerms(parseCondition(text))
    if (unknown === undefined || unknownConditions !== 'refused') return undefined
    return `the emulator does not know ${unknown} in a condition`
  } catch (error) {
    return `in the condition ${JSON.stringify(text)}, ${(error as Error).message}`
  }
}
