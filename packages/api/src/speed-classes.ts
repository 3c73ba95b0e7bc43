/** Speed classes that Air stats can be inserted for (published sandbox document, `dataTrafficStatsMap`). */
export const speedClasses = [
  's1.minimum',
  's1.slow',
  's1.standard',
  's1.fast',
  's1.4xfast',
  's1.8xfast',
  'u1.standard',
  'u1.slow',
  't1.standard',
  'arc.standard',
] as const

/** The name of a speed class, such as `s1.fast`. */
export type SpeedClass = (typeof speedClasses)[number]
