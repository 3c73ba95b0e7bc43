import type { AuthKeyState } from './operator.ts'

/** A SAM user of an operator. */
export interface UserState {
  readonly userName: string
  readonly createdMs: number
  updatedMs: number
  description: string | null
  password: string | null
  /** JSON text, as it was set. */
  permission: string | null
  /** JSON text, as it was set. */
  trustPolicy: string | null
  mfa: MfaState | null
  readonly authKeys: Map<string, AuthKeyState>
  /** Roles that are attached, in the order of their attachment; those that SORACOM manages by their SRN. */
  readonly roleIds: Set<string>
}

/** Multi-factor authentication of a user. It counts once a code has been verified. */
export interface MfaState {
  readonly secretHex: string
  isVerified: boolean
}

/** A SAM user that has nothing yet, and may do nothing. */
export function createUser(userName: string, description: string | null, nowMs: number): UserState {
  return {
    userName,
    description,
    createdMs: nowMs,
    updatedMs: nowMs,
    password: null,
    permission: null,
    trustPolicy: null,
    mfa: null,
    authKeys: new Map(),
    roleIds: new Set(),
  }
}
