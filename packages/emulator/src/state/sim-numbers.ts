import type { SimState } from './sim.ts'
import { withZeros } from './with-zeros.ts'
import type { World } from './world.ts'

// Both numbers of a SIM follow from one, so that one index finds it by either, and tells whether both are free.

/** What the number of a SIM is below. */
export const simNumberLimit = 1_000_000_000
// Has no factor in common with the limit, so that no two numbers give the same; small enough for the product to be exact.
const factor = 7_654_321
// Times the factor it is 1, counted by the limit.
const inverse = 780_000_081n

/** What a SIM is known by, in the formats that the sandbox was seen to give. */
export interface SimNumbers {
  readonly imsi: string
  readonly msisdn: string
}

/** The numbers of a SIM that follow from one. */
export function toSimNumbers(number: number): SimNumbers {
  return { imsi: toImsi(number), msisdn: `999${withZeros((number * factor) % simNumberLimit, 9)}` }
}

/** The SIM with an MSISDN. */
export function findByMsisdn({ sims }: World, msisdn: string): SimState | undefined {
  const [, digits] = /^999(\d{9})$/.exec(msisdn) ?? []
  if (digits === undefined) return undefined
  return sims.get(toImsi(Number((BigInt(digits) * inverse) % BigInt(simNumberLimit))))
}

function toImsi(number: number): string {
  return `00101${number % 7}${withZeros(number, 9)}`
}
