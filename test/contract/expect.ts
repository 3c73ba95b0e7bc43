import { expect as hard } from 'vitest'

/**
 * What walks assert with: a failure is noted and the walk goes on, so that one run on the sandbox tells everything in which
 * it is not as supposed, and not only the first.
 */
export const expect: typeof hard.soft = hard.soft
