import { type FixtureSet, noTimeoutMs, type UsedFixtures } from '@soracom-fixtures/core'
import { endWithRunner } from './end-with-runner.ts'
import { placeOf } from './place-of.ts'
import { runner } from './runner.ts'

/** Sets a use up before the tests of the file or `describe` that is being loaded, and tears it down after them. */
export function hookOnce(used: UsedFixtures<FixtureSet>): void {
  if (used.isOfSetup) return
  const { beforeAll, afterAll, aroundAll } = runner() as Pick<Vitest, 'beforeAll' | 'afterAll'> & Partial<Vitest>
  const forget = endWithRunner(() => used.teardown())
  let ended = false
  const end = async (): Promise<void> => {
    if (ended) return
    ended = true
    await used.teardown().finally(forget)
  }
  // Hooks of a library take no parameters: Vitest reads the text of those that do.
  beforeAll(async function () {
    // biome-ignore lint/complexity/noArguments: see above
    await used.setup(placeOf(arguments))
  }, noTimeoutMs)
  afterAll(end, noTimeoutMs)
  // Once an afterAll has thrown Vitest runs no other, but it comes back here, from 4.1 on.
  aroundAll?.(async (runSuite) => {
    try {
      await runSuite()
    } finally {
      await end()
    }
  }, noTimeoutMs)
}

type Vitest = ReturnType<typeof runner>
