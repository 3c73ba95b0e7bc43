import { type World, worldPartNames } from '../world.ts'
import { encode } from './encode.ts'

/**
 * The whole state of an emulator, as data that JSON can hold: what its operators have, tokens and counts, the time of its
 * clock and where its ids go on. Options (settings, rate card, faults, limits) are not in it, nor is the log.
 *
 * It holds passwords, auth keys, API keys, tokens and registration secrets in clear: that is what makes them stay valid.
 * They are the emulator's own, but for the production keys that a client sends, which are checked and never kept. Treat a
 * file of it like a file of credentials all the same.
 */
export interface EmulatorSnapshot {
  readonly format: 'soracom-fixtures-emulator'
  readonly version: 1
  readonly nowMs: number
  readonly seed: string
  /** Where the ids of the seed go on; absent where they are random. */
  readonly ids?: readonly number[]
  readonly draws: readonly number[]
  readonly world: Readonly<Record<string, unknown>>
}

/** Takes a snapshot of a world. The world goes on, and the snapshot does not change with it. */
export function takeSnapshot(world: World): EmulatorSnapshot {
  const state = Object.entries(world).filter(([name]) => !worldPartNames.some((part) => part === name))
  const ids = world.ids.state()
  return {
    format: 'soracom-fixtures-emulator',
    version: 1,
    nowMs: world.clock.now(),
    seed: world.seed,
    ...(ids ? { ids } : {}),
    draws: world.draws.state() ?? [],
    world: encode(Object.fromEntries(state)) as EmulatorSnapshot['world'],
  }
}
