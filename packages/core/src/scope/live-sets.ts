import type { Declaration } from '../declare/declaration.ts'

/** Where a set is used: in a file, in a `describe`, in a test. */
export interface UsePlace {
  /** What stands for the place; the same object for every set that is used in it. */
  readonly place: object
  /** The places around it, such as the file of a `describe`. */
  readonly enclosedBy: readonly object[]
}

/** A set that is set up and not torn down yet. */
export interface LiveSet {
  readonly place: object
  readonly handles: ReadonlyMap<Declaration, unknown>
}

const key = Symbol.for('soracom-fixtures.live-sets')

/** Makes a set known to those that are set up inside its place, until the function that it gives is called. */
export function addLiveSet(set: LiveSet): () => void {
  liveSets().add(set)
  return () => liveSets().delete(set)
}

/** The handles that sets around a place have of the given declarations. */
export function takeFromLiveSets(
  declarations: Iterable<Declaration>,
  { place, enclosedBy }: UsePlace,
): Map<Declaration, unknown> {
  const around = [...liveSets()].filter((set) => set.place === place || enclosedBy.includes(set.place))
  const taken = new Map<Declaration, unknown>()
  for (const declaration of declarations) {
    const holder = around.find(({ handles }) => handles.has(declaration))
    if (holder) taken.set(declaration, holder.handles.get(declaration))
  }
  return taken
}

// One a process, since a runner may hold several copies of this package.
function liveSets(): Set<LiveSet> {
  const holder = globalThis as { [key]?: Set<LiveSet> }
  holder[key] ??= new Set()
  return holder[key]
}
