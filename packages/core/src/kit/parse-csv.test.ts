import { expect, test } from 'vitest'
import { parseCsv } from './parse-csv.ts'

test.each([
  ['\uFEFFa,b\n1,2\n', [{ a: '1', b: '2' }]],
  [
    'a,b\r\n1,2\r\n3,4',
    [
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ],
  ],
  ['a,b\n"x, ""y""","two\nlines"\n', [{ a: 'x, "y"', b: 'two\nlines' }]],
  ['a,b\n,\n', [{ a: '', b: '' }]],
  ['a,b\n1\n', [{ a: '1', b: '' }]],
  ['a,b\n', []],
  ['', []],
])('%j is read by the names of its columns', (text, rows) => {
  expect(parseCsv(text)).toEqual(rows)
})

test('what is not well formed is told', () => {
  expect(() => parseCsv('a\n"b"c\n')).toThrow('not well formed at character 2')
})
