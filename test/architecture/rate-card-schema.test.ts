import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedRateCard } from '@soracom-fixtures/api/billing'
import { rateCardSchema } from '@soracom-fixtures/api/schemas'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { toJsonSchema } from '../../packages/emulator/src/openapi/to-json-schema.ts'
import { updating } from './markdown.ts'
import { readText, root } from './read-repository.ts'

const path = 'packages/emulator/rate-card.schema.json'
const wanted = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Rate card of the emulator',
  ...toJsonSchema(rateCardSchema, () => undefined),
}
if (updating) writeFileSync(join(root, path), `${JSON.stringify(wanted, null, 2)}\n`)

test('the schema of rate cards is what the code reads', () => {
  expect(JSON.parse(readText(path)), 'npm run docs brings it up to date').toEqual(wanted)
})

test('the published card is valid by it, and a wrong one is not', () => {
  const validate = new Ajv2020().compile(JSON.parse(readText(path)))
  expect(validate(publishedRateCard)).toBe(true)
  expect(validate({ ...publishedRateCard, name: 1 })).toBe(false)
})
