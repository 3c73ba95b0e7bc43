const secretNames = new Set(['password', 'authKey', 'apiKey', 'token', 'registrationSecret', 'cvc', 'number', 'secret'])
const shortestSecret = 4

/** Takes the values that are secret by their names out of a text. */
export function redact(text: string, ...holders: readonly unknown[]): string {
  let redacted = text
  for (const secret of holders.flatMap(secretsOf)) redacted = redacted.replaceAll(secret, '[redacted]')
  return redacted
}

function secretsOf(holder: unknown): string[] {
  if (typeof holder !== 'object' || holder === null) return []
  return Object.entries(holder).flatMap(([name, value]) => {
    if (typeof value === 'object') return secretsOf(value)
    return secretNames.has(name) && typeof value === 'string' && value.length >= shortestSecret ? [value] : []
  })
}
