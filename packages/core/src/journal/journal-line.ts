import type { ProcessIdentity } from './process-identity.ts'

/** Written before an operator is made. Has no secret in it: the password follows from the auth key and the address. */
export interface IntendedLine {
  readonly type: 'intended'
  readonly at: string
  readonly email: string
  readonly run: string
  readonly process: ProcessIdentity
  /** What the run stands and falls with. */
  readonly runner: ProcessIdentity
  readonly machine: string
  /** The test file, or what else uses it. */
  readonly file: string
  readonly endpoint: string
  /** Which auth key the password is derived from. */
  readonly authKeyId: string
  /** `own` where the declaration has a password of its own, which is written nowhere. */
  readonly password: 'derived' | 'own'
  /** From when on it counts as left where nobody can tell whether its process still runs. */
  readonly sweepAfter: string
}

/** Written when an operator is there. */
export interface MadeLine {
  readonly type: 'made'
  readonly at: string
  readonly email: string
  readonly operatorId: string
}

/** How an entry ended: deleted, not there when it was looked for, or gone with the server that held it in memory. */
export type Closing = 'deleted' | 'not there' | 'gone with its server'

/** Written when an operator is gone. */
export interface ClosedLine {
  readonly type: 'closed'
  readonly at: string
  readonly email: string
  readonly how: Closing
}

/** Written when it could not be deleted. */
export interface FailedLine {
  readonly type: 'failed'
  readonly at: string
  readonly email: string
  readonly reason: string
}

/** A line of a journal. */
export type JournalLine = IntendedLine | MadeLine | ClosedLine | FailedLine
