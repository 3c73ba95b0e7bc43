/** Coverage types of an operator: `jp` (Japan, billed in yen) and `g` (global, billed in US dollars). */
export const coverageTypes = ['jp', 'g'] as const

/** `jp` or `g`. An operator may have both; each is billed apart. */
export type CoverageType = (typeof coverageTypes)[number]
