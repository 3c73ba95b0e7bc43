import type {
  CompanyInformation,
  ContractName,
  CredentialType,
  EventHandlerRequest,
  HarvestContractDetail,
  IndividualInformation,
  LogEntry,
  SupportContractDetail,
} from '@soracom-fixtures/api'
import type { EventTarget } from '../rules/event-target.ts'
import type { AuditLogState } from './audit-log.ts'
import type { DataEntryState } from './data-entries.ts'
import { createTimedList, type TimedList } from './timed-list.ts'

/** An e-mail address. */
export interface EmailState {
  readonly emailId: string
  readonly email: string
  readonly createdMs: number
}

/** The second factor of the root user; it counts from its first right code on. */
export interface MfaState {
  readonly secretHex: string
  isConfirmed: boolean
}

/** A set of credentials. Nothing uses the values, so only their names are kept. */
export interface CredentialState {
  readonly credentialsId: string
  readonly createdMs: number
  modifiedMs: number
  type: CredentialType
  description: string | null
  names: readonly string[]
}

/** An event handler. It never fires. */
export interface EventHandlerState {
  readonly handlerId: string
  target: EventTarget
  config: Pick<EventHandlerRequest, 'name' | 'description' | 'status' | 'ruleConfig' | 'actionConfigList'>
  /** IMSIs of SIMs that it does not count for. */
  readonly ignoredImsis: Set<string>
}

/** A Soralet with its versions by number. Nothing runs the modules, so their bytes are not kept. */
export interface SoraletState {
  readonly soraletId: string
  readonly description: string | null
  readonly createdMs: number
  modifiedMs: number
  lastVersion: number
  readonly versions: Map<number, SoraletVersionState>
}

/** A version of a Soralet's module. */
export interface SoraletVersionState {
  readonly version: number
  readonly sizeBytes: number
  readonly hash: string
  readonly createdMs: number
}

/** What an operator has besides its SIMs, orders and groups. */
export interface AccountState {
  /** By ID, the primary address first. */
  readonly emails: Map<string, EmailState>
  /** Tokens that went out by mail, the oldest first. */
  readonly mailTokens: Set<string>
  /** Addresses that mails went to. */
  readonly mailedTo: Set<string>
  mfa: MfaState | undefined
  company: CompanyInformation | undefined
  individual: IndividualInformation | undefined
  readonly contracts: Map<ContractName, HarvestContractDetail | SupportContractDetail | undefined>
  readonly credentials: Map<string, CredentialState>
  readonly eventHandlers: Map<string, EventHandlerState>
  readonly soralets: Map<string, SoraletState>
  readonly auditLog: TimedList<AuditLogState>
  /** Error logs. Nothing in the sandbox has written any yet. */
  readonly logs: TimedList<LogState>
  /** By resource. */
  readonly dataEntries: Map<string, TimedList<DataEntryState>>
}

/** An error log. */
export interface LogState {
  readonly timeMs: number
  readonly entry: Omit<LogEntry, 'time' | 'operatorId'>
}

/** An account that has nothing yet. */
export function createAccount(): AccountState {
  return {
    emails: new Map(),
    mailTokens: new Set(),
    mailedTo: new Set(),
    mfa: undefined,
    company: undefined,
    individual: undefined,
    contracts: new Map(),
    credentials: new Map(),
    eventHandlers: new Map(),
    soralets: new Map(),
    auditLog: createTimedList(),
    logs: createTimedList(),
    dataEntries: new Map(),
  }
}
