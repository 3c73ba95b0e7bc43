/** A SIM that costs more than the budget. */
export interface ExpensiveSim {
  readonly simId: string
  readonly name: string
  readonly amount: number
  readonly currency: string
  readonly over: number
  readonly uploadBytes: number
  readonly downloadBytes: number
}

export function findExpensiveSims(
  account: { readonly endpoint: string; readonly apiKey: string; readonly token: string },
  limit: { readonly month: string; readonly budget: number },
): Promise<ExpensiveSim[]>

export function toAlert(sim: ExpensiveSim): string
