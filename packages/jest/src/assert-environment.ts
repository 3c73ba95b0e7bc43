/**
 * Says at once that fixtures cannot be made in this test environment: jsdom in Jest 29 has an `AbortSignal` of its own
 * that is too old for them. Node, and jsdom in Jest 30, have what they need.
 */
export function assertEnvironment(): void {
  if (typeof AbortSignal?.any === 'function') return
  throw new Error(
    'useFixtures() needs AbortSignal.any, which the test environment of this file does not have (jsdom in Jest 29). ' +
      'Write /** @jest-environment node */ at the top of the file, or update to Jest 30.',
  )
}
