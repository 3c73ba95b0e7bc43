import { randomBytes } from 'node:crypto'

/** Where ids come from: random ones, or the same ones again for the same seed. */
export interface IdSource {
  /** A text of `length` random digits. */
  digits(length: number): string
  /** A text of `length` random hexadecimal digits. */
  hex(length: number): string
  uuid(): string
  /** A text of letters and digits. */
  text(length: number): string
  /** A whole number from 0 to `below` - 1. */
  number(below: number): number
  /** What a source of the same seed goes on from; nothing where there is no seed. */
  state(): readonly number[] | undefined
}

/** An id source; with a seed it gives the same ids in the same order every time, from where a state left off. */
export function createIdSource(seed?: string, state?: readonly number[]): IdSource {
  const seeded = seed === undefined ? undefined : seededBytes(seed, state)
  const nextByte = seeded?.nextByte ?? systemBytes()
  const pick = (alphabet: string, length: number): string => {
    let text = ''
    for (let index = 0; index < length; index += 1) text += alphabet[below(alphabet.length)]
    return text
  }
  const below = (limit: number): number => {
    const word = ((nextByte() << 24) | (nextByte() << 16) | (nextByte() << 8) | nextByte()) >>> 0
    return word % limit
  }
  // Six digits a draw: SIMs are made of them, and digit by digit they cost more than the SIM.
  const digits = (length: number): string => {
    if (length > 6) return digits(6) + digits(length - 6)
    return String(below(10 ** length)).padStart(length, '0')
  }
  return {
    digits,
    hex: (length) => pick('0123456789abcdef', length),
    text: (length) => pick('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', length),
    number: below,
    state: () => seeded?.state(),
    uuid() {
      const hex = pick('0123456789abcdef', 30)
      const variant = '89ab'[below(4)]
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`
    },
  }
}

// Bytes of the system's random source, taken in blocks since a call for each costs more than the bytes.
function systemBytes(): () => number {
  let block: Buffer = Buffer.alloc(0)
  let position = 0
  return () => {
    if (position >= block.length) {
      block = randomBytes(4096)
      position = 0
    }
    return block[position++] ?? 0
  }
}

// The generator sfc32, seeded by an FNV hash of the text.
function seededBytes(seed: string, state?: readonly number[]) {
  let [a, b, c, counter] = [fnv(seed, 1), fnv(seed, 2), fnv(seed, 3), 1]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let round = 0; round < 16; round += 1) next()
  if (state) [a = 0, b = 0, c = 0, counter = 0] = state
  return { nextByte: () => next() >>> 24, state: () => [a, b, c, counter] }
}

function fnv(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}
