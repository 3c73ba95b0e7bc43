// What test files and the adapters of runners need: declaring, planning, using a set. What makes sets is loaded with the
// first of them; it can be imported as `@soracom-fixtures/core/engine`.

// Errors
export { defineConfig, type FixturesConfig } from './configuration/fixtures-config.ts'
export { type Declaration, type HandleOf, isDeclaration, type Needs } from './declare/declaration.ts'
export {
  type DefinedFixtures,
  type DefineOptions,
  defineFixtures,
  isDefinedFixtures,
  type SetChanges,
  toFixtureSet,
  type UsableFixtures,
} from './declare/define-fixtures.ts'
export {
  type CreateContext,
  type DestroyContext,
  defineResource,
  type ResourceDefinition,
  type ShareDefinition,
} from './declare/define-resource.ts'
export type { FixtureSet, FixtureSetEntry, Handles } from './declare/fixture-set.ts'
export type { InScope, ResourceFactory } from './declare/resource-factory.ts'
export type { FixtureScope, ScopesFor } from './declare/scope.ts'
export type { SourceLocation } from './declare/source-location.ts'
export { theOperator } from './declare/the-operator.ts'
export { ConfigurationError } from './errors/configuration-error.ts'
export { FixtureError, type FixtureErrorCode, fixtureErrorCodes } from './errors/fixture-error.ts'
export { FixtureJournalError } from './errors/journal-error.ts'
export { FixtureNotReadyError } from './errors/not-ready-error.ts'
export { FixturePlanError, type PlanProblem } from './errors/plan-error.ts'
export { FixtureRunError } from './errors/run-error.ts'
export { type CleanupReport, FixtureSetupError, type StepReport } from './errors/setup-error.ts'
export { FixtureTeardownError } from './errors/teardown-error.ts'
export { FixtureTimeoutError } from './errors/timeout-error.ts'
export { FixtureWaitError } from './errors/wait-error.ts'
export type { FixtureEvent, FixtureListener } from './events/fixture-event.ts'
// Adapters of runners
export { noteRunner } from './journal/runner-process.ts'
// Amounts, times and waiting
export { gb, gib, kb, kib, mb, mib } from './kit/bytes.ts'
export type { Duration, Time } from './kit/time.ts'
// Matchers
export { type FixtureMatchers, fixtureMatchers } from './matchers/fixture-matchers.ts'
export type { MatcherContext, MatcherOptions, MatcherResult } from './matchers/matcher.ts'
export type { ExpectedBill } from './matchers/to-be-billed.ts'
export type { ExpectedAirTraffic } from './matchers/to-have-air-traffic.ts'
export type { ExpectedBeamCount } from './matchers/to-have-beam-count.ts'
export { noteWhilePlanning } from './note-while-planning.ts'
export { openFixtures, type UsedFixtures, type UseOptions } from './open-fixtures.ts'
export type { Plan, PlanOptions, PlanStep } from './plan/make-plan.ts'
export { planFixtures } from './planning/plan-fixtures.ts'
export { type EmulatorClock, emulatorClock } from './platform/emulator-clock.ts'
export type { Platform } from './platform/platform.ts'
// Resources
export {
  type AirStats,
  type AirStatsDeclaration,
  type AirStatsOptions,
  airStats,
} from './resources/air-stats.ts'
export type { AirTotals, AirTraffic } from './resources/air-traffic.ts'
export {
  type BeamStats,
  type BeamStatsDeclaration,
  type BeamStatsOptions,
  beamStats,
} from './resources/beam-stats.ts'
export type { BeamTraffic } from './resources/beam-traffic.ts'
export { type Coupon, type CouponDeclaration, type CouponOptions, coupon } from './resources/coupon.ts'
export type { ExpectedAmounts } from './resources/expect-amounts.ts'
export { type Group, type GroupDeclaration, type GroupOptions, group } from './resources/group.ts'
export { type OperatorDeclaration, type OperatorOptions, operator } from './resources/operator.ts'
export type {
  BilledDay,
  BilledItem,
  BilledLine,
  BilledMonth,
  BilledSimAmount,
  BillOptions,
  OperatorBills,
} from './resources/operator-bills.ts'
export type { Operator, OperatorCredentials } from './resources/operator-handle.ts'
export {
  type Order,
  type OrderDeclaration,
  type OrderOptions,
  type OrderStage,
  order,
} from './resources/order.ts'
export type { Spread } from './resources/spread-total.ts'
export type { StatsPoint, StatsTimes } from './resources/stats-points.ts'
export {
  type SubscriberDeclaration,
  type SubscriberExpiry,
  type SubscriberOptions,
  subscriber,
} from './resources/subscriber.ts'
export type { Subscriber } from './resources/subscriber-handle.ts'
export { type SubscriberOfOrderOptions, subscriberOfOrder } from './resources/subscriber-of-order.ts'
export { subscribers } from './resources/subscribers.ts'
export { type UsageWorth, type UsageWorthOptions, usageWorth } from './resources/usage-worth.ts'
export { takeRecords } from './run/run-record.ts'
export { joinRun } from './run/run-users.ts'
export { noTimeoutMs } from './runner/no-timeout.ts'
export { useOfTestFile } from './runner/use-of-test-file.ts'
export type { UsePlace } from './scope/live-sets.ts'
export { createTestUses, type TestUses } from './test-uses.ts'
export { type EventuallyOptions, eventually } from './wait/eventually.ts'
