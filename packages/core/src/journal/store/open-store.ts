import { describeCause } from '../../errors/describe-cause.ts'
import { FixtureJournalError } from '../../errors/journal-error.ts'
import { describeStore, type StoreAddress, withoutSecretsOf } from '../../kit/store-address.ts'

/** A store of small values by keys, whose parts are set apart by colons. */
export interface Store {
  /** As messages name it; without secrets. */
  readonly name: string
  keys(): Promise<readonly string[]>
  /** The values of keys, in their order; nothing for one that is gone meanwhile. */
  read(keys: readonly string[]): Promise<readonly unknown[]>
  write(key: string, value: object): Promise<void>
  remove(key: string): Promise<void>
  close(): Promise<void>
}

// A store that does not answer holds a setup up, so that this is short.
const longestMs = 10_000
// Of ioredis, which else tries for long what it has no connection for; other drivers do not know them.
const impatience = { connectTimeout: 5_000, maxRetriesPerRequest: 2 }

/**
 * Opens a store. Loads unstorage, which is a peer that only those have who configure one.
 *
 * @throws {FixtureJournalError} here and from each call, without secrets: what was done, what came back, what to do.
 */
export async function openStore(address: StoreAddress): Promise<Store> {
  const name = describeStore(address)
  const { storage, driver } = await load(address, name)
  const instance = driver.getInstance?.() as EventSource | undefined
  // What is wrong with the connection; the calls that it fails only tell that they were not answered.
  const ofConnection: unknown[] = []
  instance?.on?.('error', (error) => ofConnection.splice(0, 1, error))
  const call = async <Value>(doing: string, work: Promise<Value>): Promise<Value> => {
    try {
      return await within(work)
    } catch (error) {
      throw toFailure(
        address,
        `The journal's store (${name}) could not be used while ${doing}`,
        ofConnection[0] ?? error,
      )
    }
  }
  return {
    name,
    keys: async () => await call('listing it', storage.getKeys()),
    async read(keys) {
      const found = await call('reading it', Promise.all(keys.map((key) => storage.getItem(key))))
      return found.map((value) => value ?? undefined)
    },
    write: async (key, value) => await call('writing to it', storage.setItem(key, JSON.stringify(value))),
    remove: async (key) => await call('taking an entry out of it', storage.removeItem(key)),
    // A connection that is broken has nothing to end.
    close: async () => await within(Promise.resolve(storage.dispose())).catch(() => {}),
  }
}

interface EventSource {
  on?(event: 'error', listener: (error: unknown) => void): void
}

async function load(address: StoreAddress, name: string) {
  const { driver, options } = address
  try {
    const { createStorage } = await import('./load-unstorage.ts')
    return createStorage(driver, driver === 'redis' ? { ...impatience, ...options } : options)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const missing = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND'
    const mend = driver === 'redis' ? 'npm install --save-dev unstorage ioredis@5' : 'npm install --save-dev unstorage'
    const failure = `The journal's store (${name}) could not be opened`
    throw missing
      ? new FixtureJournalError(`${failure}: ${firstLine(error)}. Run: ${mend} (and what that driver asks for).`)
      : toFailure(address, failure, error)
  }
}

// No cause: a driver's own error may hold the address, and with it a password.
function toFailure(address: StoreAddress, failure: string, error: unknown): FixtureJournalError {
  return new FixtureJournalError(
    `${failure}: ${withoutSecretsOf(address, describeCause(error))}. Start it, mend SORACOM_FIXTURES_JOURNAL_STORE ` +
      '(journalStore), or take that away: the journal in the project is kept in any case.',
  )
}

function firstLine(error: unknown): string {
  return describeCause(error).split('\n')[0] ?? ''
}

async function within<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${longestMs} ms`)), longestMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
