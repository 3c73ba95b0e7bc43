import type { FixtureErrorCode } from './fixture-error.ts'

/** The address of the page's section on a code, which ends the message of an error. */
export function toErrorPage(code: FixtureErrorCode): string {
  return `${page}#${code.toLowerCase()}`
}

/** A message that stands inside another, whose own address ends it. */
export function withoutPage(message: string): string {
  return message.replaceAll(ending, '')
}

const page = 'https://github.com/soracom-fixtures/soracom-fixtures/blob/main/docs/errors.md'
const ending = new RegExp(`\\n *${page.replaceAll('.', '\\.')}#\\w+`, 'g')
