import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'
import { toCsvLabels } from './csv-labels.ts'

test('a CSV file begins with a byte order mark (guide to the billing CSV)', () => {
  expect(toCsv(['imsi'], [])).toBe('\uFEFFimsi\n')
})

test('a value with a comma, a quotation mark or a line break is quoted', () => {
  expect(toCsv(['a', 'b'], [['1,5"', 'two\nlines']])).toBe('\uFEFFa,b\n"1,5""","two\nlines"\n')
})

test('what is not there is empty, and no number has an exponent', () => {
  expect(toCsv(['a', 'b', 'c'], [[null, 2.5e-7, -1.25e-8]])).toBe('\uFEFFa,b,c\n,0.00000025,-0.0000000125\n')
})

test('each tag is a column and the group is the last (guide to the billing CSV)', () => {
  const labels = toCsvLabels([
    { imsi: '1', tags: new Map([['place', 'Tokyo']]), groupName: undefined },
    { imsi: '2', tags: new Map([['name', 'meter']]), groupName: 'north' },
  ])
  expect(labels.columns).toEqual(['name', 'place', 'group'])
  expect(labels.of('1')).toEqual(['', 'Tokyo', ''])
  expect(labels.of('2')).toEqual(['meter', '', 'north'])
})

test('there is no column for groups where no SIM is in one', () => {
  expect(toCsvLabels([{ imsi: '1', tags: new Map(), groupName: undefined }]).columns).toEqual([])
})
