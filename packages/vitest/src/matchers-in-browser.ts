import { useFixtures } from './browser.ts'

// Imported for what it does, as the matchers are.
useFixtures()
