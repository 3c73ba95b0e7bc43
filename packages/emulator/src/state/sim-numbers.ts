import { withZeros } from './with-zeros.ts'

// Both numbers of a SIM follow from one, so that it is found by either without an index for it.

/** What the number of a SIM is below. */
export const simNumberLimit = 1_000_000_000
// Their product is 1, counted by the limit; both are small enough for their products with a number to be exact.
const factor = 5_008_209
const inverse = 2_016_689

/** What a SIM is known by, in the formats that the sandbox was seen to give. */
export interface SimNumbers {
  readonly imsi: string
  readonly msisdn: string
}

/** The numbers of a SIM that follow from one. */
export function toSimNumbers(number: number): SimNumbers {
  const msisdn = `999${withZeros((number * factor) % simNumberLimit, 9)}`
  return { imsi: `${beginningOf(number)}${withZeros(number, 9)}`, msisdn }
}

/** The number that an IMSI would follow from; nothing for a text that is none. */
export function numberOfImsi(imsi: string): number | undefined {
  const number = toNumber(imsi, 6)
  return number !== undefined && imsi.startsWith(beginningOf(number)) ? number : undefined
}

/** The number that an MSISDN would follow from; nothing for a text that is none. */
export function numberOfMsisdn(msisdn: string): number | undefined {
  const number = toNumber(msisdn, 3)
  return number !== undefined && msisdn.startsWith('999') ? (number * inverse) % simNumberLimit : undefined
}

// The digit before the number follows from it as well.
function beginningOf(number: number): string {
  return `00101${Math.floor(number / 1000) % 10}`
}

// Digits alone, since a text such as `1e5` is a number too.
function toNumber(text: string, from: number): number | undefined {
  const digits = text.slice(from)
  return /^\d{9}$/.test(digits) ? Number(digits) : undefined
}
