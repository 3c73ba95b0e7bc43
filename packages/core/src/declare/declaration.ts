import type { FixtureScope } from './scope.ts'
import type { SourceLocation } from './source-location.ts'

/** The brand of a declaration, the same for every copy of this package in one process. */
export const declarationBrand: unique symbol = Symbol.for('soracom-fixtures.declaration') as never

/**
 * What must exist, said by value: a frozen description of one resource. It makes no call and holds no secret; another
 * declaration refers to it by holding it. `Handle` is what a test gets for it; `Scope` the scopes of the sets that it takes
 * something from, `never` where it takes nothing from any.
 */
export interface Declaration<
  Handle = unknown,
  Options extends object = object,
  Scope extends FixtureScope = FixtureScope,
> {
  readonly kind: string
  readonly options: Options
  readonly resource: Resource
  /** Where it was declared; `undefined` where the runtime does not tell. */
  readonly declaredAt: SourceLocation | undefined
  readonly [declarationBrand]: true
  /** A changed copy. The original stays as it is; what held the original keeps holding it. */
  with(changes: Partial<Options>): Declaration<Handle, Options, Scope>
  /** Never there at run time: carries the type of the handle. */
  readonly '~handle'?: Handle
  /** Never there at run time: carries the scopes. */
  readonly '~scope'?: Scope
}

/** A resource's definition with its types forgotten, as plan and engine use it. */
export interface Resource {
  readonly kind: string
  dependsOn(options: object): Needs
  calls(options: object): number
  timeoutMs(options: object): number | undefined
  check(options: object, context: CheckContext): readonly string[]
  claims(options: object): readonly Claim[]
  create(context: unknown): Promise<unknown>
  readonly destroy: ((context: unknown) => Promise<void>) | undefined
  /** How messages name one that exists. */
  label(name: string, handle: unknown): string
  /** How a handle passes to another process; nothing where it is plain data. */
  readonly share: SharedForm | undefined
}

/** A handle that is more than plain data, as data and back. */
export interface SharedForm {
  /** The handle as data that JSON carries; throws for one that it does not carry. */
  toData(handle: unknown): unknown
  fromData(data: unknown, context: unknown): unknown
}

/** What a resource needs before it can be created, by the name that its `create` reads it under. */
export type Needs = { readonly [need: string]: Declaration | readonly Declaration[] | undefined }

/** What a check may look at: the time of the plan, as UNIX milliseconds. */
export interface CheckContext {
  readonly nowMs: number
}

/** Something that only one declaration may have, such as a point of time of a SIM's stats. */
export interface Claim {
  /** Whose it is; left out for what only one of the whole set may have. */
  readonly on?: Declaration
  readonly key: string
  /** What is claimed, as the message of a clash names it. */
  readonly what: string
  /** What mends a clash of two declarations, as a sentence. */
  readonly advice?: string
}

/** The handle that a declaration, or an array of declarations, gives. */
export type HandleOf<D> =
  D extends Declaration<infer Handle>
    ? Handle
    : D extends readonly unknown[]
      ? { readonly [Index in keyof D]: HandleOf<D[Index]> }
      : D extends undefined
        ? undefined
        : never

/** The handles of a resource's needs. */
export type HandlesOfNeeds<N> = { readonly [Need in keyof N]: HandleOf<N[Need]> }

/** Whether a value is a declaration, also one that another copy of this package made. */
export function isDeclaration(value: unknown): value is Declaration {
  return typeof value === 'object' && value !== null && declarationBrand in value
}

/** Whether a need is what its type says. */
export function isNeed(need: unknown): boolean {
  return Array.isArray(need) ? need.every(isDeclaration) : need === undefined || isDeclaration(need)
}
