import { publishedRateCard } from '@soracom-fixtures/api/billing'
import { expect, test } from 'vitest'
import { createLinesCache } from '../rules/billing/lines-cache.ts'
import { toConsistency } from '../rules/to-consistency.ts'
import { defaultSettings } from '../settings.ts'
import { addOperator } from './add-operator.ts'
import { createClock } from './clock.ts'
import { deleteOperator } from './delete-operator.ts'
import { addExport } from './exports.ts'
import { createIdSource } from './id-source.ts'
import { makeSim, makeVirtualSim } from './make-sim.ts'
import type { OperatorState } from './operator.ts'
import { registerSim } from './register-sim.ts'
import { openSession } from './sessions.ts'
import type { SimState } from './sim.ts'
import { findByImsi } from './sim-table.ts'
import { addTransfer, dropTransfer, transferSim } from './transfers.ts'
import { createWorld, type World } from './world.ts'

function openWorld(): World {
  return createWorld({
    clock: createClock('2026-11-10T12:00:00Z'),
    ids: createIdSource(),
    settings: defaultSettings,
    productionKeys: undefined,
    rateCard: publishedRateCard,
    billLines: createLinesCache(),
    signToken: (text) => text.slice(-20),
    consistency: toConsistency(),
    draws: createIdSource(),
    seed: 'transfers',
  })
}

function addFull(world: World, email: string): OperatorState {
  const operator = addOperator(world, { email, password: 'Passw0rd', coverageTypes: ['jp'], hasPaymentMethod: true })
  openSession(world, operator)
  makeVirtualSim(world, operator, 'key')
  addSim(world, operator)
  makeSim(world, operator, { subscription: 'plan-D', bundles: [] })
  addExport(world, operator, { name: 'one.csv', text: 'imsi', delayMs: 0 })
  return operator
}

function simsOf({ sims }: World): SimState[] {
  return sims.blocks.flatMap((block) => block?.sims ?? []).filter((sim) => sim !== null)
}

function addSim(world: World, operator: OperatorState) {
  const sim = makeSim(world, operator, { subscription: 'plan-D', bundles: [] })
  registerSim(operator, sim, world.clock.now())
  return sim
}

test('nothing of an operator is left, with or without a transfer under way', () => {
  const world = openWorld()
  const [one, other] = [addFull(world, 'one@example.com'), addFull(world, 'other@example.com')]
  addTransfer(world, one, other, [addSim(world, one)])
  addTransfer(world, other, one, [addSim(world, other)])
  deleteOperator(world, one)
  expect(world.transfers.size).toBe(0)
  expect(other.transferTokens.size).toBe(0)
  expect(simsOf(world).every(({ transferToken }) => transferToken === null)).toBe(true)
  deleteOperator(world, other)
  expect(simsOf(world)).toEqual([])
  for (const table of [world.sessions, world.exports, world.operators]) {
    expect(table.size).toBe(0)
  }
})

test('a SIM that went to another operator stays there, and goes with that one', () => {
  const world = openWorld()
  const [one, other] = [addFull(world, 'one@example.com'), addFull(world, 'other@example.com')]
  const sim = addSim(world, one)
  const { token } = addTransfer(world, one, other, [sim])
  dropTransfer(world, token)
  transferSim(world, one, other, sim, world.clock.now())
  deleteOperator(world, one)
  expect(findByImsi(world, sim.imsi)?.operatorId).toBe(other.operatorId)
  deleteOperator(world, other)
  expect(simsOf(world)).toEqual([])
})
