import type { EmulatorCounts } from '@soracom-fixtures/emulator'

/** The last line of an emulator: what was made with it, and what is left. */
export function summarize({ operatorsMade, operatorsLeft, calls }: EmulatorCounts): string {
  const left = operatorsLeft === 0 ? 'none is left' : `${operatorsLeft} LEFT`
  return `soracom-fixtures emulator: stopped; ${count(operatorsMade, 'operator')} made, ${left}; ${count(calls, 'call')}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
