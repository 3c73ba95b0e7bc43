import type { Fault } from '../rules/faults/fault.ts'
import { toFault } from '../rules/faults/to-fault.ts'
import { toPathPattern } from '../rules/faults/to-path-pattern.ts'
import { createIdSource } from '../state/id-source.ts'

/** A fault that is set, and how often it was there. */
export interface SetFault {
  readonly id: string
  readonly fault: Fault
  /** Calls in its scope. */
  readonly seen: number
  /** Calls that it met. */
  readonly met: number
}

/** The faults of an emulator: what goes wrong on demand. */
export interface EmulatorFaults {
  /**
   * Sets a fault and gives its ID. Faults are tried in the order in which they were set: delays add up, and of the rest
   * the first that meets a call is the only one to do so.
   *
   * @example
   * emulator.faults.add({ kind: 'reset', operation: 'sandboxShipOrder', when: 'after', count: 1 })
   * @throws {TypeError} for a fault that does not do.
   */
  add(fault: Fault): string
  list(): readonly SetFault[]
  /** Takes one fault away; `false` where there is none of that ID. */
  remove(id: string): boolean
  /** Takes all faults away. */
  clear(): void
}

/** What a call meets: delays, and at most one fault of another kind. */
export interface MetFaults {
  readonly ids: readonly string[]
  readonly delayMs: number
  readonly fault: Exclude<Fault, { readonly kind: 'latency' }> | undefined
}

/** A call, as faults look at it. */
export interface FaultyCall {
  readonly operationId: string | undefined
  readonly method: string
  readonly path: string
  readonly hasToken: boolean
}

/** The faults, and how calls meet them. */
export interface FaultRegistry extends EmulatorFaults {
  isEmpty(): boolean
  meet(call: FaultyCall): MetFaults
}

/** Faults that are set from the start, and room for more. */
export function createFaults(given: readonly Fault[] = []): FaultRegistry {
  const entries: Entry[] = []
  let made = 0
  const faults: FaultRegistry = {
    add(fault) {
      made += 1
      entries.push(toEntry(`fault-${made}`, toFault(fault)))
      return `fault-${made}`
    },
    list: () => entries.map(({ id, fault, seen, met }) => ({ id, fault, seen, met })),
    remove(id) {
      const at = entries.findIndex((entry) => entry.id === id)
      if (at >= 0) entries.splice(at, 1)
      return at >= 0
    },
    clear: () => entries.splice(0),
    isEmpty: () => entries.length === 0,
    meet: (call) => meetAll(entries, call),
  }
  for (const fault of given) faults.add(fault)
  return faults
}

interface Entry {
  readonly id: string
  readonly fault: Fault
  readonly isInScope: (call: FaultyCall) => boolean
  /** A number from 0 to 1. */
  readonly draw: () => number
  seen: number
  met: number
}

function toEntry(id: string, fault: Fault): Entry {
  const operations = fault.operation === undefined ? undefined : [fault.operation].flat()
  const method = fault.method?.toUpperCase()
  const pattern = fault.path === undefined ? undefined : toPathPattern(fault.path)
  const source = createIdSource(`${fault.seed ?? ''} fault`)
  return {
    id,
    fault,
    isInScope: (call) =>
      (operations?.includes(call.operationId ?? '') ?? true) &&
      (method === undefined || method === call.method) &&
      (pattern?.test(call.path) ?? true) &&
      (fault.kind !== 'expiredToken' || call.hasToken),
    draw: () => source.number(chances) / chances,
    seen: 0,
    met: 0,
  }
}

const chances = 2 ** 32

function meetAll(entries: readonly Entry[], call: FaultyCall): MetFaults {
  const ids: string[] = []
  let delayMs = 0
  for (const entry of entries) {
    if (!entry.isInScope(call) || !meets(entry)) continue
    ids.push(entry.id)
    const { fault } = entry
    if (fault.kind !== 'latency') return { ids, delayMs, fault }
    delayMs += Math.round(fault.ms + (fault.jitterMs ? entry.draw() * fault.jitterMs : 0))
  }
  return { ids, delayMs, fault: undefined }
}

function meets(entry: Entry): boolean {
  const { after = 0, count = Number.POSITIVE_INFINITY, probability = 1 } = entry.fault
  entry.seen += 1
  if (entry.seen <= after || entry.met >= count) return false
  if (probability < 1 && entry.draw() >= probability) return false
  entry.met += 1
  return true
}
