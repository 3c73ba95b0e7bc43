import process from 'node:process'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { operationsThatMatter, toCoverageLine } from './coverage.ts'
import { documentsFolder, openDocuments } from './documents.ts'
import { compareFloors, readFloor, toFloor, writeFloor } from './floor.ts'
import { isKnown, knownDifferences } from './known-differences.ts'
import { endLives } from './life.ts'
import { contractLives } from './lives.ts'
import { differencesFromOwn, readOwnDocument } from './own-document.ts'
import { createRecorder } from './recorder.ts'
import { openTarget } from './target.ts'

const target = await openTarget()
const documents = await openDocuments()
if (!documents) {
  const missing = `there are no published documents at ${documentsFolder}`
  if (!target.isEmulator) throw new Error(`${target.name} cannot be held against its documents: ${missing}`)
  console.log(`contract: skipped, ${missing}`)
}
const recorder = createRecorder(documents ?? new Map(), target)
const isSkipped = (emulatorOnly: string | undefined) => emulatorOnly !== undefined && !target.isEmulator

afterAll(() => target.close())

describe.skipIf(!documents)('a life of an operator, as the published documents describe it', () => {
  // The sandbox is far away, and its index late.
  if (!target.isEmulator) vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

  for (const { title, emulatorOnly, live } of contractLives) {
    if (isSkipped(emulatorOnly)) console.log(`contract: skipped "${title}": ${emulatorOnly}`)
    test.skipIf(isSkipped(emulatorOnly))(title, () => live(recorder))
  }

  test('leaves no operator behind', async () => {
    expect(await endLives(recorder)).toEqual([])
    expect(target.countOperators() ?? 0).toBe(0)
  })

  test('answers what the document that the emulator gives of itself says', async () => {
    expect(differencesFromOwn(await readOwnDocument(), recorder.answers)).toEqual([])
  })

  test('differs from the documents in known ways only', () => {
    const unknown = recorder.differences.filter(
      (difference) => !knownDifferences.some((known) => isKnown(difference, known)),
    )
    expect([...new Set(unknown.map(({ operationId, what }) => `${operationId}: ${what}`))].sort()).toEqual([])
  })

  test.runIf(target.isEmulator)('meets each known difference', () => {
    const stale = knownDifferences.filter(
      (known) => !recorder.differences.some((difference) => isKnown(difference, known)),
    )
    expect(stale).toEqual([])
  })

  test.runIf(target.isEmulator)('walks through every operation that matters', () => {
    expect(operationsThatMatter().filter((operationId) => !recorder.coverage.operations.has(operationId))).toEqual([])
  })

  test.runIf(target.isEmulator)('covers what it has covered before', async () => {
    const { beneath, above } = compareFloors(await readFloor(), toFloor(recorder.coverage))
    if (process.env.CONTRACT_UPDATE) {
      await writeFloor(toFloor(recorder.coverage))
      return
    }
    expect(beneath, 'beneath test/contract/floor.json; if that is meant: npm run contract -- --update').toEqual([])
    if (above.length > 0) {
      console.log(`contract: grew above test/contract/floor.json; raise it with npm run contract -- --update:`)
      console.log(above.map((one) => `  ${one}`).join('\n'))
    }
  })

  afterAll(() => {
    console.log(`${toCoverageLine(recorder.coverage)} (${target.name})`)
    if (!target.isEmulator) console.log(toLastSeen().join('\n'))
  })
})

// The known differences that the target showed, and those that it did not: what to date anew.
function toLastSeen(): string[] {
  const today = new Date().toISOString().slice(0, 10)
  return knownDifferences.map((known) => {
    const isSeen = recorder.differences.some((difference) => isKnown(difference, known))
    const said = isSeen ? `lastSeen is ${today}, not ${known.lastSeen}` : `not seen; last seen ${known.lastSeen}`
    return `contract: ${known.operationId}: ${known.what}: ${said}`
  })
}
