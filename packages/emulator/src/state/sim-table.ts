import type { SimState } from './sim.ts'
import { numberOfImsi, numberOfMsisdn, simNumberLimit } from './sim-numbers.ts'
import type { World } from './world.ts'

/**
 * Every SIM, by the number that its own numbers follow from. New ones go through all numbers in one long walk, so that
 * where a SIM stands follows from its IMSI, and a new one is put behind the last. A map of IMSIs has to be
 * ordered anew as it grows, which was a sixth of what a call that makes one costs.
 */
export interface SimTable {
  /** Where the walk begins. */
  readonly first: number
  /** Where it goes on. */
  next: number
  /** By their places in the walk; `null` for a block whose SIMs are all gone. */
  readonly blocks: (SimBlock | null)[]
}

interface SimBlock {
  held: number
  readonly sims: (SimState | null)[]
}

// Has no factor in common with the limit, so that the walk meets every number before it meets one again; the golden section
// of the limit, so that neighbours are far apart, and SIMs in the order of their IMSIs are not in that of their making.
const step = 618_033_989
// Times the step it is 1, counted by the limit; small enough for products with a number to be exact.
const inverseOfStep = 1_536_909
const blockSize = 1024

/** A table without SIMs. */
export function createSimTable(first: number): SimTable {
  return { first, next: first, blocks: [] }
}

/** The next number that no SIM has. It is not given again before all others were. */
export function takeFreeNumber(table: SimTable): number {
  for (;;) {
    const number = table.next
    table.next = (number + step) % simNumberLimit
    if (!simAt(table, placeOf(table, number))) return number
  }
}

/** Puts a SIM where its number belongs, which was taken for it. */
export function putSim(table: SimTable, number: number, sim: SimState): void {
  const place = placeOf(table, number)
  const block = table.blocks[blockAt(place)] ?? { held: 0, sims: [] }
  // Of a block that was let go and begins again, the places before. Gaps would make it a slower kind of array.
  while (block.sims.length < place % blockSize) block.sims.push(null)
  block.sims[place % blockSize] = sim
  block.held += 1
  table.blocks[blockAt(place)] = block
}

/** Takes a SIM out, if it is there. */
export function removeSim({ sims: table }: World, imsi: string): void {
  const number = numberOfImsi(imsi)
  if (number === undefined) return
  const place = placeOf(table, number)
  const block = table.blocks[blockAt(place)]
  if (!block?.sims[place % blockSize]) return
  block.sims[place % blockSize] = null
  block.held -= 1
  if (block.held === 0) table.blocks[blockAt(place)] = null
}

/** The SIM with an IMSI. */
export function findByImsi({ sims }: World, imsi: string): SimState | undefined {
  return simOf(sims, numberOfImsi(imsi))
}

/** The SIM with an MSISDN. */
export function findByMsisdn({ sims }: World, msisdn: string): SimState | undefined {
  return simOf(sims, numberOfMsisdn(msisdn))
}

function simOf(table: SimTable, number: number | undefined): SimState | undefined {
  return number === undefined ? undefined : simAt(table, placeOf(table, number))
}

function placeOf({ first }: SimTable, number: number): number {
  return (((number - first + simNumberLimit) % simNumberLimit) * inverseOfStep) % simNumberLimit
}

function blockAt(place: number): number {
  return Math.floor(place / blockSize)
}

function simAt({ blocks }: SimTable, place: number): SimState | undefined {
  return blocks[blockAt(place)]?.sims[place % blockSize] ?? undefined
}
