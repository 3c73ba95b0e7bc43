/** The widths of a bucket of stats. The word is `minutes`; its buckets are about five minutes wide. */
export const statsPeriods = ['month', 'day', 'minutes'] as const

/** The width of a bucket of stats. */
export type StatsPeriod = (typeof statsPeriods)[number]
