import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as face from './index.ts'

test('the public face is what it was', () => {
  expect(Object.keys(face).sort()).toEqual([
    'SoracomApiError',
    'TransportError',
    'UnsafeTargetError',
    'assertSafeTarget',
    'createClient',
  ])
})

test('nothing of got is loaded with the client', () => {
  const folder = new URL('./', import.meta.url)
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.ts$/.test(path))
  const importing = sources.filter((path) =>
    /^import (?!type).* from 'got'/m.test(readFileSync(new URL(path, folder), 'utf8')),
  )
  expect(sources.length).toBeGreaterThan(30)
  expect(importing).toEqual([])
})
