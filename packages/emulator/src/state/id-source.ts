import { randomFillSync } from 'node:crypto'

/** Where ids come from: random ones, or the same ones again for the same seed. */
export interface IdSource {
  /** A text of `length` random digits, at most 32, after a text that it begins with. */
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
  const written = Buffer.alloc(64)
  // Six digits a draw, and one text in the end: SIMs are made of them, and in pieces they cost more than the SIM.
  const digits = (length: number, prefix = ''): string => {
    written.write(prefix, 'latin1')
    const end = prefix.length + length
    for (let at = prefix.length; at < end; at += 6) {
      const count = Math.min(6, end - at)
      writeDigits(written, at, count, below(10 ** count))
    }
    return written.toString('latin1', 0, end)
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

// The digits of a number, with zeros before them.
function writeDigits(written: Buffer, at: number, count: number, value: number): void {
  let rest = value
  for (let index = at + count - 1; index >= at; index -= 1) {
    const tens = (rest / 10) | 0
    written[index] = 48 + rest - tens * 10
    rest = tens
  }
}

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
