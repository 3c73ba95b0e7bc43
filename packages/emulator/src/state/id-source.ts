import { randomFillSync } from 'node:crypto'
import { withZeros } from './with-zeros.ts'

/** Where ids come from: random ones, or the same ones again for the same seed. */
export interface IdSource {
  /** A text of `length` random digits, after a text that it begins with. */
  digits(length: number, prefix?: string): string
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
  const seeded = seed === undefined ? undefined : seededWords(seed, state)
  const nextWord = seeded?.nextWord ?? systemWords()
  const pick = (alphabet: string, length: number): string => {
    let text = ''
    for (let index = 0; index < length; index += 1) text += alphabet[below(alphabet.length)]
    return text
  }
  const below = (limit: number): number => nextWord() % limit
  // Six digits a draw.
  const digits = (length: number, prefix = ''): string => {
    let text = prefix
    for (let left = length; left > 0; left -= 6) {
      const count = Math.min(left, 6)
      text += withZeros(below(powersOfTen[count] as number), count)
    }
    return text
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

const powersOfTen = Array.from({ length: 7 }, (_, power) => 10 ** power)

// Words of the system's random source, taken in blocks since a call for each costs more than the words.
function systemWords(): () => number {
  const block = new Uint32Array(1024)
  let position = block.length
  return () => {
    if (position === block.length) {
      randomFillSync(block)
      position = 0
    }
    return block[position++] as number
  }
}

// The generator sfc32, seeded by an FNV hash of the text.
function seededWords(seed: string, state?: readonly number[]) {
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
  // Of the four draws the highest bits each, which are the best of them.
  const nextByte = () => next() >>> 24
  const nextWord = () => ((nextByte() << 24) | (nextByte() << 16) | (nextByte() << 8) | nextByte()) >>> 0
  return { nextWord, state: () => [a, b, c, counter] }
}

function fnv(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}
