import { type ErrorNoun, errorCodes, errorNouns, type KnownErrorCode } from '@soracom-fixtures/api'
import type { Answer } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import type { EmulatorReply } from './message.ts'

// As in the sample answer of the guide to paging (users.soracom.io).
const jsonHeaders = Object.freeze({
  'content-type': 'application/json;charset=UTF-8',
  'cache-control': 'no-cache',
})
const noHeaders = Object.freeze({})

/** Writes an operation's answer out. */
export function toReply({ status, body, text, headers }: Answer): EmulatorReply {
  if (text !== undefined) return { status, headers: headers ?? noHeaders, body: text }
  if (body === undefined) return { status, headers: headers ?? noHeaders, body: '' }
  return { status, headers: headers ? { ...jsonHeaders, ...headers } : jsonHeaders, body: JSON.stringify(body) }
}

/**
 * Writes an error out as clients see it: a flat `code` and `message`, in the language that was asked for. Any language
 * but `ja` is English. The arguments stand in the message already and are not repeated as `messageArgs`: the Go client
 * would put them in a second time.
 */
export function toErrorReply(error: unknown, language: string | undefined): EmulatorReply {
  const failure = error instanceof ApiFailure ? error : new ApiFailure('COM0003', [String(error)])
  const lang = language === 'ja' ? 'ja' : 'en'
  const message = errorCodes[failure.code][lang].replaceAll(/\{(\d)\}/g, (_, index: string) => {
    const said = failure.args[Number(index)] ?? ''
    return lang === 'ja' && nounAt[failure.code] === Number(index) ? inJapanese(said) : String(said)
  })
  return {
    status: failure.status,
    headers: { ...jsonHeaders, 'content-language': lang },
    body: JSON.stringify({ code: failure.code, message }),
  }
}

// Which argument of a code is the name of a kind of thing, and not what somebody called something.
const nounAt: Readonly<Partial<Record<KnownErrorCode, number>>> = { EMU0005: 0, EMU0143: 0, EMU0144: 1 }

function inJapanese(noun: string | number): string {
  return Object.hasOwn(errorNouns, noun) ? errorNouns[noun as ErrorNoun] : String(noun)
}
