import type { CallEvent } from '@soracom-fixtures/client'
import { currentStep } from './current-step.ts'
import { describeCall } from './describe-call.ts'
import type { FixtureListener } from './fixture-event.ts'

/** Turns a client's calls into events of fixtures, each with the fixture whose setup made it. */
export function toCallListener(listener: FixtureListener): (call: CallEvent) => void {
  return (call) => {
    const step = currentStep()
    if (step) step.lastAnswer = describeCall(call)
    listener({ ...call, type: 'call', fixture: step?.name })
  }
}
