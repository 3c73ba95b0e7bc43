import { type FixtureSet, type Handles, noTimeoutMs, type TestUses } from '@soracom-fixtures/core'
import type { TestContext } from 'vitest'
import { endWithRunner } from './end-with-runner.ts'
import { placeOf } from './place-of.ts'
import { runner } from './runner.ts'

/** Makes a set before each test of the file or `describe` that is being loaded, and deletes it after the test. */
export function hookEachTest<Set extends FixtureSet>(
  uses: TestUses<Set>,
  onReady: (task: object, handles: Handles<Set>) => void = () => {},
): void {
  const { beforeEach, afterEach } = runner()
  beforeEach(async function () {
    // biome-ignore lint/complexity/noArguments: hooks of a library take no parameters, since Vitest reads their text
    const [context] = arguments as unknown as [TestContext]
    // biome-ignore lint/complexity/noArguments: as above
    const where = placeOf(arguments)
    const forget = endWithRunner(() => uses.end(where))
    // Once an afterEach has thrown Vitest runs no other, but it runs this.
    context.onTestFinished(async () => await uses.end(where).finally(forget), noTimeoutMs)
    onReady(where.place, await uses.begin(where))
  }, noTimeoutMs)
  afterEach(async function () {
    // biome-ignore lint/complexity/noArguments: as above
    await uses.end(placeOf(arguments))
  }, noTimeoutMs)
}
