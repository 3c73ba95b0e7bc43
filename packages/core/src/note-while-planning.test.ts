import { expect, test } from 'vitest'
import { noteSets, noteWhilePlanning } from './note-while-planning.ts'
import { operator } from './resources/operator.ts'

const set = { shop: operator() }

// As an adapter does it.
function use() {
  return noteWhilePlanning(set, use)
}

test('in a run nothing is noted', () => {
  expect(use()).toBeUndefined()
})

test('while something is loaded, sets are noted with the places that use them', async () => {
  const noted = await noteSets(async () => {
    use()
    await Promise.resolve()
    use()
  })
  expect(noted.map((one) => one.set)).toEqual([set, set])
  expect(noted.map(({ usedAt }) => usedAt?.file.endsWith('note-while-planning.test.ts'))).toEqual([true, true])
  expect(use()).toBeUndefined()
})

test('the handles of a noted set cannot be read', async () => {
  await noteSets(async () => {
    expect(() => use()?.shop).toThrow('The fixture "shop" was read before it was set up')
  })
})

test('what fails to load is noted no longer', async () => {
  const failing = noteSets(async () => {
    throw new Error('it does not load')
  })
  await expect(failing).rejects.toThrow('it does not load')
  expect(use()).toBeUndefined()
})
