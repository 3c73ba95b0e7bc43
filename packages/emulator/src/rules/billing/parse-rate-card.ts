import { assertRateCard, type RateCard } from '@soracom-fixtures/api/billing'
import { rateCardSchema } from '@soracom-fixtures/api/schemas'
import * as v from 'valibot'

/**
 * Reads a rate card from JSON, text or parsed: `rate-card.schema.json` of this package is its schema.
 *
 * @throws {TypeError} with everything that is wrong with it.
 * @example
 * const emulator = await startEmulator({ rateCard: parseRateCard(await readFile('rates.json', 'utf8')) })
 */
export function parseRateCard(json: unknown): RateCard {
  const read = v.safeParse(rateCardSchema, typeof json === 'string' ? parse(json) : json)
  if (!read.success) {
    const lines = read.issues.map((issue) => `  - ${v.getDotPath(issue) ?? 'the card'}: ${issue.message}`)
    throw new TypeError(['The rate card is not valid:', ...lines].join('\n'))
  }
  const { $schema: _, ...card } = read.output
  return assertRateCard(card)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TypeError('The rate card is no JSON.', { cause: error })
  }
}
