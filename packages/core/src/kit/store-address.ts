import { fileURLToPath } from 'node:url'

/** Where a fleet of machines keeps what their runs write down: a driver of `unstorage` and what it is opened with. */
export interface StoreAddress {
  /** Its name, such as `redis`, `s3`, `http` or `fs`. */
  readonly driver: string
  /** Its options, as unstorage names them; may hold a password. Plain data, since other processes get it too. */
  readonly options: Readonly<Record<string, unknown>>
}

// What is kept in one process is of no use to another.
const ofOneProcess = ['memory', 'null', 'lru-cache', 'localstorage', 'session-storage', 'indexedb', 'overlay']

/** Reads an address: a URL, JSON, or an object of a driver and its options. Gives nothing where it is malformed. */
export function toStoreAddress(value: unknown): StoreAddress | undefined {
  if (typeof value === 'string') {
    const text = value.trim()
    return text.startsWith('{') ? toStoreAddress(parseJson(text)) : fromUrl(text)
  }
  const { driver, options = {} } = (value ?? {}) as { readonly driver?: unknown; readonly options?: unknown }
  if (typeof driver !== 'string' || !/^[a-z\d-]+$/.test(driver) || ofOneProcess.includes(driver)) return undefined
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return undefined
  return Object.freeze({ driver, options: Object.freeze({ ...options }) })
}

/** Names a store without what is secret in its options: `redis at 10.0.0.5:6379`. */
export function describeStore({ driver, options }: StoreAddress): string {
  const { url, base, host, bucket } = options
  const place = [url, base, host, bucket].find((value) => typeof value === 'string') as string | undefined
  if (place === undefined) return driver
  return `${driver} at ${URL.canParse(place) && new URL(place).host !== '' ? new URL(place).host : place}`
}

/** Takes everything that may be secret in an address out of a text. */
export function withoutSecretsOf({ options }: StoreAddress, text: string): string {
  return secretsIn(options).reduce((said, secret) => said.replaceAll(secret, '[redacted]'), text)
}

function fromUrl(text: string): StoreAddress | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, host } = new URL(text)
  switch (protocol) {
    case 'redis:':
    case 'rediss:':
      return toStoreAddress({ driver: 'redis', options: { url: text } })
    case 'http:':
    case 'https:':
      return toStoreAddress({ driver: 'http', options: { base: text } })
    case 'file:':
      return host === '' ? toStoreAddress({ driver: 'fs', options: { base: fileURLToPath(text) } }) : undefined
    default:
      return undefined
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const plainNames = ['base', 'host', 'port', 'bucket', 'region', 'endpoint', 'db']

// A URL as a whole, since drivers put it into their errors, and its password by itself; and every other text.
function secretsIn(options: object): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null) return secretsIn(value)
    if (typeof value !== 'string' || value.length < 3) return []
    if (!URL.canParse(value)) return plainNames.includes(name) ? [] : [value]
    const { username, password } = new URL(value)
    return password === '' && username === '' ? [] : [value, password, decodeURIComponent(password)].filter(Boolean)
  })
}
