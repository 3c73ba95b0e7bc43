import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as face from './index.ts'

test('the public face is what it was', () => {
  expect(Object.keys(face).sort()).toEqual([
    'SoracomApiError',
    'TransportError',
    'UnsafeTargetError',
    'assertSafeTarget',
    'callEmulator',
    'createClient',
  ])
})

test('got is loaded with the first call, not with the client', () => {
  const folder = new URL('./', import.meta.url)
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!test)\.ts$/.test(path),
  )
  const importing = (pattern: RegExp) =>
    sources.filter((path) => pattern.test(readFileSync(new URL(path, folder), 'utf8')))
  expect(importing(/^import (?!type).* from 'got'/m)).toEqual(['transport/load-got.ts'])
  expect(importing(/^(import|export) .* from '.*load-got\.ts'/m)).toEqual([])
})

test('only files of our own are imported on demand, since Jest cannot import modules of Node so', () => {
  const folder = new URL('./', import.meta.url)
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!test)\.ts$/.test(path),
  )
  const onDemand = sources.flatMap((path) => [
    ...readFileSync(new URL(path, folder), 'utf8').matchAll(/\bimport\(('[^)]*)\)/g),
  ])
  expect(onDemand.map(([, what]) => what)).toEqual(["'./layers/retry.ts'", "'./load-got.ts'"])
})
