import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishedRateCard } from '@soracom-fixtures/emulator'
import { expect, onTestFinished, test } from 'vitest'
import { readRateCard } from './read-rate-card.ts'

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rate-card-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'rates.json'), text)
  return join(folder, 'rates.json')
}

test('a card is read from a file, and none where no file is named', async () => {
  const card = { ...publishedRateCard, name: 'mine' }
  expect(await readRateCard(fileOf(JSON.stringify(card)))).toEqual(card)
  expect(await readRateCard(undefined)).toBeUndefined()
})

test('what is wrong with a file is told', async () => {
  const card = { ...publishedRateCard, name: 1 }
  await expect(readRateCard(fileOf(JSON.stringify(card)))).rejects.toThrow(
    /rates\.json cannot be used\. .*\n {2}- name: /,
  )
  await expect(readRateCard('nowhere.json')).rejects.toThrow('the rate card in nowhere.json cannot be used. ENOENT')
})
