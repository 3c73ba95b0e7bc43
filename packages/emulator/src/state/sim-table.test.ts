import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SimState } from './sim.ts'
import { simNumberLimit, toSimNumbers } from './sim-numbers.ts'
import {
  createSimTable,
  findByImsi,
  findByMsisdn,
  putSim,
  removeSim,
  type SimTable,
  takeFreeNumber,
} from './sim-table.ts'
import type { World } from './world.ts'

const firsts = fc.oneof(fc.constantFrom(0, 1, simNumberLimit - 1), fc.integer({ min: 0, max: simNumberLimit - 1 }))

function worldOf(sims: SimTable): World {
  return { sims } as World
}

function add(table: SimTable): SimState {
  const number = takeFreeNumber(table)
  const sim = toSimNumbers(number) as SimState
  putSim(table, number, sim)
  return sim
}

test('whatever is made and removed, each SIM that is there is found by either number, and no other', () => {
  const steps = fc.array(fc.oneof(fc.constant('add'), fc.nat()), { maxLength: 60 })
  const property = fc.property(firsts, steps, (first, taken) => {
    const world = worldOf(createSimTable(first))
    const [there, gone] = [new Map<string, SimState>(), new Map<string, SimState>()]
    for (const one of taken) {
      if (one === 'add') {
        const sim = add(world.sims)
        expect(there.has(sim.imsi) || gone.has(sim.imsi)).toBe(false)
        there.set(sim.imsi, sim)
      } else {
        const [imsi, sim] = [...there][Number(one) % Math.max(there.size, 1)] ?? []
        if (imsi === undefined || sim === undefined) continue
        removeSim(world, imsi)
        there.delete(imsi)
        gone.set(imsi, sim)
      }
    }
    for (const sim of there.values()) {
      expect([findByImsi(world, sim.imsi), findByMsisdn(world, sim.msisdn)]).toEqual([sim, sim])
    }
    for (const { imsi, msisdn } of gone.values()) {
      expect([findByImsi(world, imsi), findByMsisdn(world, msisdn)]).toEqual([undefined, undefined])
    }
  })
  fc.assert(property)
})

test('ten thousand SIMs are all different, and not in the order of their IMSIs', () => {
  const table = createSimTable(123_456_789)
  const imsis = Array.from({ length: 10_000 }, () => add(table).imsi)
  expect(new Set(imsis).size).toBe(10_000)
  const ascents = imsis.filter((imsi, index) => index > 0 && imsi > (imsis[index - 1] ?? '')).length
  expect(ascents).toBeGreaterThan(2_000)
  expect(ascents).toBeLessThan(8_000)
})

test('a number that a SIM has is passed over when all others have been given', () => {
  const table = createSimTable(42)
  const kept = add(table)
  table.next = table.first
  expect(add(table).imsi).not.toBe(kept.imsi)
  expect(findByImsi(worldOf(table), kept.imsi)).toBe(kept)
})

test('SIMs that are gone leave nothing behind but the place of their block', () => {
  const world = worldOf(createSimTable(7))
  const sims = Array.from({ length: 5_000 }, () => add(world.sims))
  for (const { imsi } of sims) removeSim(world, imsi)
  for (const { imsi } of sims) removeSim(world, imsi)
  expect(world.sims.blocks).toEqual([null, null, null, null, null])
  const next = add(world.sims)
  expect(findByImsi(world, next.imsi)).toBe(next)
})
