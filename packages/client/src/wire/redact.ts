// Of bodies and parameters, and of headers.
const secretNames = [
  ...['password', 'currentPassword', 'newPassword', 'mfaOTPCode', 'authKey', 'apiKey', 'token', 'registrationSecret'],
  ...['secret', 'totpUri', 'cvc', 'number'],
  ...['authorization', 'x-soracom-api-key', 'x-soracom-token'],
]
const replacement = '[redacted]'
// Shorter ones, such as a card's three digits, are taken out only where they stand alone.
const shortestSafeLength = 8
const shortestLength = 3

/** Whether a value is secret by its name. */
export function isSecretName(name: string): boolean {
  return secretNames.includes(name)
}

/**
 * Takes secrets out of a text: those that the holders have under secret names, those that the text itself names (also
 * in JSON that is cut off), and what has the shape of a token or an auth key.
 */
export function redact(text: string, ...holders: readonly unknown[]): string {
  const known = [...new Set(holders.flatMap(secretsOf).flatMap(toSpellings))].sort((a, b) => b.length - a.length)
  const withoutKnown = known.reduce((said, secret) => said.replaceAll(toPattern(secret), replacement), text)
  return withoutKnown
    .replaceAll(jsonField, `$1"${replacement}"`)
    .replaceAll(queryField, `$1${replacement}`)
    .replaceAll(secretShapes, replacement)
}

const names = secretNames.join('|')
const jsonField = new RegExp(
  `(\\\\?"(?:${names})\\\\?"\\s*:\\s*)(?:\\\\?"(?:[^"\\\\]|\\\\[^"])*(?:\\\\?"|$)|[\\w.-]+)`,
  'gi',
)
const queryField = new RegExp(`([?&](?:${names})=)[^&\\s"]+`, 'gi')
// A JSON Web Token, and an auth key.
const secretShapes = /\beyJ[\w-]+(?:\.[\w-]*){0,2}|\bsecret-[\w-]+/g

function secretsOf(holder: unknown): string[] {
  if (typeof holder !== 'object' || holder === null) return []
  return Object.entries(holder).flatMap(([name, value]) => {
    if (typeof value === 'object') return secretsOf(value)
    if (!isSecretName(name) || (typeof value !== 'string' && typeof value !== 'number')) return []
    return String(value).length >= shortestLength ? [String(value)] : []
  })
}

// As it is, as it stands in JSON, and as it stands in a URL.
function toSpellings(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]
}

function toPattern(secret: string): RegExp {
  const escaped = secret.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return new RegExp(secret.length < shortestSafeLength ? `(?<![\\w])${escaped}(?![\\w])` : escaped, 'g')
}
