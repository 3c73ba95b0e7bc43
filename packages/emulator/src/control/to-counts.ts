import type { World } from '../state/world.ts'

/** How much has happened since the start. */
export interface EmulatorCounts {
  readonly operatorsMade: number
  readonly operatorsDeleted: number
  readonly operatorsLeft: number
  /** Calls of the API, refused ones too; calls of the emulator's own paths are not counted. */
  readonly calls: number
}

/** The counts of a world, as they are now. */
export function toCounts({ counts, operators }: World): EmulatorCounts {
  const { operatorsMade, operatorsDeleted, calls } = counts
  return { operatorsMade, operatorsDeleted, operatorsLeft: operators.size, calls }
}
