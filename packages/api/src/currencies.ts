/** Currencies of bills. */
export const currencies = ['JPY', 'USD', 'EUR'] as const

/** `JPY`, `USD` or `EUR`. */
export type Currency = (typeof currencies)[number]
