import type { ProcessIdentity } from '../journal/process-identity.ts'
import type { StoreAddress } from '../kit/store-address.ts'
import type { PlainClientOptions } from '../platform/platform-client.ts'

/** What a reaper is told on its standard input, and nowhere else: there is an auth key in it. */
export interface ReaperOrder {
  readonly folder: string
  readonly run: string
  readonly runner: ProcessIdentity
  /** What the processes of the run shared; cleared away with it. */
  readonly runFolder: string | undefined
  readonly client: Omit<PlainClientOptions, 'endpoint' | 'pace'>
  /** The store of the fleet; there may be a password in it. */
  readonly store: StoreAddress | undefined
  readonly authKeyId: string
  readonly authKey: string
}
