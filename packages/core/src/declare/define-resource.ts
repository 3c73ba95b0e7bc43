import type { SoracomClient } from '@soracom-fixtures/client'
import { loadPlanning } from '../planning/load-planning.ts'
import type { Platform } from '../platform/platform.ts'
import {
  type CheckContext,
  type Claim,
  type Declaration,
  declarationBrand,
  type HandlesOfNeeds,
  isDeclaration,
  isNeed,
  type Needs,
  type Resource,
} from './declaration.ts'
import type { ResourceFactory } from './resource-factory.ts'
import type { FixtureScope } from './scope.ts'
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
   * fails after it. Gives a function that takes it back, for where `destroy` takes over.
   */
  onTeardown(what: string, undo: () => Promise<void>): () => void
}

/** What `destroy` is given. */
export interface DestroyContext<Options, N, Handle> {
  readonly name: string
  readonly options: Options
  readonly needs: HandlesOfNeeds<N>
  readonly handle: Handle
  readonly platform: Platform
}

/** How a handle that is more than plain data passes to another process, where a set is shared by a run. */
export interface ShareDefinition<Handle, N> {
  /** What JSON carries of it. */
  toData(handle: Handle): object
  fromData(data: object, context: { readonly needs: HandlesOfNeeds<N>; readonly client: SoracomClient }): Handle
}

/** The definition of a kind of resource. */
export interface ResourceDefinition<Options extends object, Handle, N extends Needs> {
  /** What it is called in names, plans and messages, such as `subscriber`. */
  readonly kind: string
  /** What must exist before. Leave out what is not needed, or give `undefined`. */
  readonly dependsOn?: (options: Options) => N
  /** How many calls `create` makes with these options; 1 unless told. Shown in the plan. */
  readonly calls?: (options: Options) => number
  /** Time in which it must be ready, in milliseconds; the configuration's `fixtureTimeoutMs` unless told. */
  readonly timeoutMs?: (options: Options) => number | undefined
  /** What is wrong with the options, a sentence each; looked at before the first call of the set. */
  readonly check?: (options: Options, context: CheckContext) => readonly string[]
  /** What only one declaration of a set may have. */
  readonly claims?: (options: Options) => readonly Claim[]
  readonly create: (context: CreateContext<Options, N>) => Promise<Handle> | Handle
  /** Leave it out for what goes away with its operator. */
  readonly destroy?: (context: DestroyContext<Options, N, Handle>) => Promise<void> | void
  /** How messages name one that exists, such as `operator OP0012345678`; kind and name unless told. */
  readonly label?: (handle: Handle) => string
  /** How a handle passes to another process; leave it out where the handle is plain data. */
  readonly share?: ShareDefinition<Handle, N>
}

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
export function toDeclaration<Handle, Options extends object, Scope extends FixtureScope = never>(
  resource: Resource,
  options: Options,
  locate: () => ReturnType<ReturnType<typeof captureLocation>>,
): Declaration<Handle, Options, Scope> {
  const declaration: Declaration<Handle, Options, Scope> = {
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
  const { destroy, label, share } = definition
  const needsOf = (options: object): Needs => definition.dependsOn?.(options as Options) ?? {}
  return Object.freeze({
    kind: definition.kind,
    dependsOn: (options: object) => toDeclarations(needsOf(options)),
    calls: (options: object) => definition.calls?.(options as Options) ?? 1,
    timeoutMs: (options: object) => definition.timeoutMs?.(options as Options),
    check: (options: object, context: CheckContext) => [
      ...loadPlanning().checkNeeds(needsOf(options)),
      ...(definition.check?.(options as Options, context) ?? []),
    ],
    claims: (options: object) => definition.claims?.(options as Options) ?? [],
    create: async (context: unknown) => await definition.create(context as CreateContext<Options, N>),
    destroy: destroy && (async (context: unknown) => await destroy(context as DestroyContext<Options, N, Handle>)),
    label: (name: string, handle: unknown) => label?.(handle as Handle) ?? `${definition.kind} ${name}`,
    share: share && {
      toData: (handle: unknown) => share.toData(handle as Handle),
      fromData: (data: unknown, context: unknown) => share.fromData(data as object, context as never),
    },
  })
}

// The needs that are what their types say; `checkNeeds` tells of the others.
function toDeclarations(needs: Needs): Needs {
  if (Object.values(needs).every(isNeed)) return needs
  const entries = Object.entries(needs).map(([name, need]) => {
    if (Array.isArray(need)) return [name, need.filter(isDeclaration)]
    return [name, isDeclaration(need) ? need : undefined]
  })
  return Object.fromEntries(entries)
}
