import { isObject } from '../../rules/is-object.ts'
import { createIdSource } from '../id-source.ts'
import { createWorld, type World, worldPartNames } from '../world.ts'
import { decode } from './decode.ts'
import type { EmulatorSnapshot } from './take-snapshot.ts'

/**
 * Puts a world into the state of a snapshot: everything that it holds, its time and its ids. Nothing is changed where the
 * snapshot does not do.
 *
 * @throws {TypeError} for what is no snapshot, or one of another version.
 */
export function restoreSnapshot(world: World, given: unknown): void {
  const snapshot = check(given)
  const state = decode(snapshot.world)
  const fresh: Record<string, unknown> = { ...createWorld(world) }
  for (const name of worldPartNames) delete fresh[name]
  if (!isObject(state)) throw new TypeError("the snapshot's world is no object")
  for (const [name, value] of Object.entries(state)) {
    if (!Object.hasOwn(fresh, name))
      throw new TypeError(`the snapshot's world has "${name}", which this version does not know`)
    if (kindOf(value) !== kindOf(fresh[name]))
      throw new TypeError(`"${name}" of the snapshot's world is no ${kindOf(fresh[name])}`)
  }
  Object.assign(world, fresh, state, {
    seed: snapshot.seed,
    ids: snapshot.ids ? createIdSource(snapshot.seed, snapshot.ids) : createIdSource(),
    draws: createIdSource(toDrawsSeed(snapshot.seed), snapshot.draws),
  })
  world.clock.restore(snapshot.nowMs)
}

/** Empties a world. Its clock and its ids go on. */
export function resetWorld(world: World): void {
  Object.assign(world, createWorld(world))
}

/** What a seed's draws are made from; other than its ids. */
export function toDrawsSeed(seed: string): string {
  return `${seed} draws`
}

function check(given: unknown): EmulatorSnapshot {
  if (!isObject(given) || given.format !== 'soracom-fixtures-emulator')
    throw new TypeError('it is no snapshot of an emulator')
  const { version, nowMs, seed, ids, draws } = given
  if (version !== 1) throw new TypeError(`the snapshot's version is ${String(version)}; this emulator reads version 1`)
  if (typeof nowMs !== 'number' || !Number.isFinite(nowMs)) throw new TypeError('the snapshot has no time')
  if (typeof seed !== 'string' || !isState(draws) || (ids !== undefined && !isState(ids))) {
    throw new TypeError('the snapshot does not tell how its ids go on')
  }
  return given as unknown as EmulatorSnapshot
}

function isState(value: unknown): boolean {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isSafeInteger)
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}
