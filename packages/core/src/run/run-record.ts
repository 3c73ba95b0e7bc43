import { isDeclaration } from '../declare/declaration.ts'
import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import type { FixtureSet, FixtureSetEntry } from '../declare/fixture-set.ts'
import { fileNameOf, type RunFolder, runFolderOfSetup } from '../journal/run-folder.ts'
import { readSealed, writeSealed } from '../journal/sealed-file.ts'
import type { PlainClientOptions } from '../platform/platform-client.ts'
import type { SharedHandles } from './share-handles.ts'

/** What a run keeps of one run-wide set. */
export type RunRecord =
  | {
      readonly state: 'ready'
      /** Whether the global setup made it, and deletes it; else the last process that holds a lease does. */
      readonly ofSetup: boolean
      /** What a client of its operators is made with. */
      readonly client: PlainClientOptions
      readonly handles: SharedHandles
    }
  | {
      readonly state: 'failed'
      readonly failedAtMs: number
      readonly message: string
    }

/** What a run's global setup has made, by the names that its sets are known by. Has secrets in it, readable. */
export type RunRecords = Readonly<Record<string, RunRecord>>

// By this name a runner hands it over; a process keeps it by the symbol.
const handedOverAs = 'soracom-fixtures.run-records'
const handedOver = Symbol.for(handedOverAs)

/** Hands what the global setup has made over to a runner that gives it to its workers. */
export function provideRecords(records: RunRecords, provide: (name: string, value: unknown) => void): void {
  if (Object.keys(records).length > 0) provide(handedOverAs, records)
}

/**
 * Takes what the global setup has made from a runner that gives it to its workers, so that a test file need not read it from
 * the disk and unseal it.
 */
export function takeRecords(inject: (name: string) => unknown): void {
  holder()[handedOver] = inject(handedOverAs) as RunRecords | undefined
}

function holder(): { [handedOver]?: RunRecords | undefined } {
  return globalThis as { [handedOver]?: RunRecords | undefined }
}

/** Reads what the run's global setup keeps of a set; nothing where there is none, or it keeps nothing. */
export function readRecordOfSetup(defined: AnyDefinedFixtures): RunRecord | undefined {
  const { [handedOver]: records = {} } = holder()
  const key = toRunKey(defined)
  if (Object.hasOwn(records, key)) return records[key]
  const folder = runFolderOfSetup()
  return folder && readRecord(folder, defined)
}

/** Reads what a run keeps of a set; nothing where it keeps nothing. */
export function readRecord(folder: RunFolder, defined: AnyDefinedFixtures): RunRecord | undefined {
  return readSealed(recordPath(folder, defined), folder.key) as RunRecord | undefined
}

/** Writes what a run keeps of a set. */
export function writeRecord(folder: RunFolder, defined: AnyDefinedFixtures, record: RunRecord): void {
  writeSealed(recordPath(folder, defined), folder.key, record)
}

/** Where a run keeps a set. */
export function recordPath(folder: RunFolder, defined: AnyDefinedFixtures): string {
  return `${folder.path}/${fileNameOf(toRunKey(defined))}`
}

/** What a run-wide set is known by: its name, or else the names and kinds in it. */
export function toRunKey({ set, name }: AnyDefinedFixtures): string {
  return name ?? toNames(set).join(' ')
}

function toNames(set: FixtureSet): string[] {
  return Object.entries(set).flatMap(([name, entry]) => toNamesOfEntry(name, entry))
}

function toNamesOfEntry(name: string, entry: FixtureSetEntry): string[] {
  if (isDeclaration(entry)) return [`${name}:${entry.kind}`]
  return (entry as readonly FixtureSetEntry[]).flatMap((one, index) => toNamesOfEntry(`${name}[${index}]`, one))
}
