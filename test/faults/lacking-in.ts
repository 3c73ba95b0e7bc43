import { FixtureError } from '@soracom-fixtures/core'

/**
 * What is missing in an error of a setup or a teardown: it must say what was done, to which declaration, what came back
 * and what to do next, and no secret.
 */
export function lackingIn(error: Error, secrets: readonly string[]): string[] {
  if (!FixtureError.is(error)) return [`it is no error of fixtures: ${error.stack}`]
  const parts = partsOf[error.code]
  if (!parts) return [`an error of code ${error.code} was not expected: ${error.message}`]
  const { message } = error
  const lacking = Object.entries(parts).flatMap(([part, pattern]) => (pattern.test(message) ? [] : [part]))
  return [
    ...lacking.map((part) => `the message does not say ${part}:\n${message}`),
    ...secrets.filter((secret) => message.includes(secret)).map(() => `the message has a secret in it:\n${message}`),
  ]
}

const answer = /(GET|POST|PUT|DELETE) \/\S+ (answered \d{3}|got no answer)/

const next = /— \w+|Is a server running|Try again|Raise \w+Ms/

const partsOf: Partial<Record<FixtureError['code'], Readonly<Record<string, RegExp>>>> = {
  FIXTURE_SETUP: {
    'what was done': /^ {2}\w+(\[\d+\])? \([\w ]+\) failed while \S+/m,
    'to which declaration': /declared at .*large-set\.ts:\d+:\d+/,
    'what came back': answer,
    'what to do next': next,
    'what became of the rest': /What was made is deleted again|Nothing had been made|Still there/,
  },
  FIXTURE_TEARDOWN: {
    'what was done': /^Not all fixtures could be cleaned up\.$/m,
    'to which operator': /still there: operator (OP\d{10}|\S+@\S+)/,
    'what came back': answer,
    'what to do next': /npx soracom-fixtures sweep/,
  },
}
