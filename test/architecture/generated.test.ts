import { expect, test } from 'vitest'
import { generatedParts } from './generated-parts.ts'
import { readGenerated, updating, writeGenerated } from './markdown.ts'

test.each(generatedParts)('$page tells $name as the code has it', async ({ page, name, text }) => {
  const wanted = `${await text()}\n`
  if (updating) writeGenerated(page, name, wanted)
  expect(readGenerated(page, name), 'npm run docs brings it up to date').toBe(wanted)
})
