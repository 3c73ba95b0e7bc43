import type { SoracomClient } from '@soracom-fixtures/client'
import type { Platform } from '../platform/platform.ts'
import {
  type CheckContext,
  type Claim,
  type Declaration,
  declarationBrand,
  type HandlesOfNeeds,
  isDeclaration,
  type Needs,
  type Resource,
} from './declaration.ts'
import { captureLocation } from './source-location.ts'

/** What `create` is given. */
export interface CreateContext<Options, N> {
  /** The declaration's name in its set. */
  readonly name: string
  readonly options: Options
  /** The handles of what `dependsOn` named. */
  readonly needs: HandlesOfNeeds<N>
  /** A client that is not authenticated; an operator's handle has one that is. */
  readonly client: SoracomClient
  readonly platform: Platform
  /** Aborted when the set's setup is given up. The client heeds it by itself. */
  readonly signal: AbortSignal
  /** Says what the resource is doing now, for messages and progress. */
  phase(doing: string): void
  /**
   * Registers what undoes that which was made just now. It runs at teardown, last registered first, also when `create`
   * fails after it.
   */
  onTeardown(what: string, undo: () => Promise<void>): void
}

/** What `destroy` is given. */
export interface DestroyContext<Options, N, Handle> {
  readonly name: string
  readonly options: Options
  readonly needs: HandlesOfNeeds<N>
  readonly handle: Handle
}

/** The definition of a kind of resource. */
export interface ResourceDefinition<Options extends object, Handle, N extends Needs> {
  /** What it is called in names, plans and messages, such as `subscriber`. */
  readonly kind: string
  /** What must exist before. Leave out what is not needed, or give `undefined`. */
  readonly dependsOn?: (options: Options) => N
  /** How many calls `create` makes with these options; 1 unless told. Shown in the plan. */
  readonly calls?: (options: Options) => number
  /** What is wrong with the options, a sentence each; looked at before the first call of the set. */
  readonly check?: (options: Options, context: CheckContext) => readonly string[]
  /** What only one declaration of a set may have. */
  readonly claims?: (options: Options) => readonly Claim[]
  readonly create: (context: CreateContext<Options, N>) => Promise<Handle> | Handle
  /** Leave it out for what goes away with its operator. */
  readonly destroy?: (context: DestroyContext<Options, N, Handle>) => Promise<void> | void
}

/** Declares a resource of one kind. */
export type ResourceFactory<Options extends object, Handle> = (
  ...args: object extends Options ? [options?: Options] : [options: Options]
) => Declaration<Handle, Options>

/**
 * Defines a kind of resource and gives the function that declares one. The built-in resources are made with it and
 * with nothing else.
 *
 * @example
 * const webhook = defineResource({
 *   kind: 'webhook',
 *   dependsOn: (options: { group: Declaration<Group>; url: string }) => ({ group: options.group }),
 *   async create({ options, needs, signal }) {
 *     return await registerWebhook(needs.group.groupId, options.url, { signal })
 *   },
 *   async destroy({ handle }) {
 *     await handle.remove()
 *   },
 * })
 * const hook = webhook({ group: fleet, url: 'http://127.0.0.1:9000' })
 */
export function defineResource<Options extends object, Handle, N extends Needs = Record<never, never>>(
  definition: ResourceDefinition<Options, Handle, N>,
): ResourceFactory<Options, Handle> {
  const resource = toResource(definition)
  const declare = (options?: Options): Declaration<Handle, Options> => {
    const locate = captureLocation(declare)
    return toDeclaration(resource, options ?? ({} as Options), locate)
  }
  return declare as ResourceFactory<Options, Handle>
}

/** A declaration by hand, for factories that make several and know the place themselves. */
export function toDeclaration<Handle, Options extends object>(
  resource: Resource,
  options: Options,
  locate: () => ReturnType<ReturnType<typeof captureLocation>>,
): Declaration<Handle, Options> {
  const declaration: Declaration<Handle, Options> = {
    [declarationBrand]: true,
    kind: resource.kind,
    options: Object.freeze({ ...options }),
    resource,
    get declaredAt() {
      return locate()
    },
    with(changes) {
      const locateCopy = captureLocation(declaration.with)
      return toDeclaration(resource, { ...options, ...changes }, locateCopy)
    },
  }
  return Object.freeze(declaration)
}

// Forgets the types, so that the engine can hold resources of every kind.
function toResource<Options extends object, Handle, N extends Needs>(
  definition: ResourceDefinition<Options, Handle, N>,
): Resource {
  const { destroy } = definition
  const needsOf = (options: object): Needs => definition.dependsOn?.(options as Options) ?? {}
  return Object.freeze({
    kind: definition.kind,
    dependsOn: (options: object) => toDeclarations(needsOf(options)),
    calls: (options: object) => definition.calls?.(options as Options) ?? 1,
    check: (options: object, context: CheckContext) => [
      ...checkNeeds(needsOf(options)),
      ...(definition.check?.(options as Options, context) ?? []),
    ],
    claims: (options: object) => definition.claims?.(options as Options) ?? [],
    create: async (context: unknown) => await definition.create(context as CreateContext<Options, N>),
    destroy: destroy && (async (context: unknown) => await destroy(context as DestroyContext<Options, N, Handle>)),
  })
}

// The needs that are what their types say; `checkNeeds` tells of the others.
function toDeclarations(needs: Needs): Needs {
  const entries = Object.entries(needs).map(([name, need]) => {
    if (Array.isArray(need)) return [name, need.filter(isDeclaration)]
    return [name, isDeclaration(need) ? need : undefined]
  })
  return Object.fromEntries(entries)
}

// What a compiler tells, and JavaScript does not: a handle, or a factory that was not called, where a declaration goes.
function checkNeeds(needs: Needs): string[] {
  return Object.entries(needs).flatMap(([name, need]) =>
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
