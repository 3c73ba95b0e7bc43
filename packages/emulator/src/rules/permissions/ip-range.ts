/** A range of IP addresses: those that begin with the same bits. */
export interface IpRange {
  readonly version: 4 | 6
  /** The bits that its addresses begin with. */
  readonly prefix: bigint
  /** How many bits follow them. */
  readonly freeBits: bigint
}

/** Reads a range such as `10.0.0.0/24` or `2001:db8::/32`; an address alone is a range of one. `undefined` for any other text. */
export function toIpRange(text: string): IpRange | undefined {
  const [, addressText = '', bitsText] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const address = toAddress(addressText)
  if (!address) return undefined
  const length = address.version === 4 ? 32 : 128
  const bits = Number(bitsText ?? length)
  if (bits > length) return undefined
  const freeBits = BigInt(length - bits)
  return { version: address.version, prefix: address.number >> freeBits, freeBits }
}

/** Whether an address is one of a range. */
export function isInRange(addressText: string, { version, prefix, freeBits }: IpRange): boolean {
  const address = toAddress(addressText)
  return address !== undefined && address.version === version && address.number >> freeBits === prefix
}

interface Address {
  readonly version: 4 | 6
  readonly number: bigint
}

function toAddress(text: string): Address | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const bytes = text.split('.').map(Number)
    return bytes.every((byte) => byte <= 255) ? { version: 4, number: join(bytes, 8n) } : undefined
  }
  if (!/^[\da-f:.]*:[\da-f:.]*$/i.test(text) || !URL.canParse(`http://[${text}]/`)) return undefined
  // As a URL has it: eight groups of hexadecimal digits, the longest run of zeros left out.
  const [head = '', tail] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split('::')
  const [left, right] = [toGroups(head), toGroups(tail ?? '')]
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0)
  return { version: 6, number: join([...left, ...zeros, ...right], 16n) }
}

function toGroups(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}

function join(parts: readonly number[], bits: bigint): bigint {
  return parts.reduce((number, part) => (number << bits) | BigInt(part), 0n)
}
