/** What stands in the place of a secret. */
export const redacted = '[redacted]'

/** Whether the value of a field, header or parameter of this name is secret. The IDs of keys are not. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !publicName.test(name)
}

/** A copy of parsed JSON without its secrets: by their names, also where name and value stand side by side, and by shape. */
export function redactJson(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redactJson)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const isPairOfSecret = entries.some(
    ([name, said]) => (name === 'key' || name === 'tagName' || name === 'name') && isSecretName(String(said)),
  )
  return Object.fromEntries(
    entries.map(([name, said]) => {
      const isSecret = isSecretName(name) || (isPairOfSecret && (name === 'value' || name === 'tagValue'))
      // Whether there is a password is no secret.
      return [name, isSecret && said !== null && typeof said !== 'boolean' ? redacted : redactJson(said)]
    }),
  )
}

/** A text without what has the shape of a token or of an auth key. */
export function redactText(text: string): string {
  return text.replaceAll(secretShapes, redacted)
}

/** A query without its secrets. */
export function redactQuery(query: string): string {
  const parts = query.split('&').map((part) => {
    const [name = ''] = part.split('=')
    return isSecretName(name) ? `${name}=${redacted}` : part
  })
  return redactText(parts.join('&'))
}

const secretName =
  /password|secret|token|api-?key|auth-?key|otp|backupCodes|cvc|cvv|psk|credential|private-?key|authorization|cookie|^number$/i
const publicName = /id$|ids$|seconds$|type$|enabled$|^last|time$/i
const secretShapes =
  /(?<=[?&]secret=)[\w%]+|(?<=\/_files\/)[\w-]+|(?<=\/transfer_token\/)(?!issue\b|verify\b)[\w%-]+|\beyJ[\w-]+(?:\.[\w-]*){0,2}|\bsecret-[\w-]+|\bapi-[0-9a-f]{8}-[\w-]+/g
