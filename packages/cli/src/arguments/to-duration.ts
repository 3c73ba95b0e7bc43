import { UsageError } from '../errors/usage-error.ts'

const unitsMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** The milliseconds that an option's text says: `90s`, `30m`, `1h`, `2d`. */
export function toDurationMs(option: string, text: string): number {
  const [, number, unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? []
  if (number !== undefined) return Number(number) * (unitsMs[unit] ?? 0)
  throw new UsageError(`${option} must be a time such as 90s, 30m, 1h or 2d; it is ${JSON.stringify(text)}.`)
}

/** Milliseconds in the largest unit that is not too coarse: `3 h`, `12 min`. */
export function toAge(ms: number): string {
  if (ms >= 2 * 86_400_000) return `${Math.floor(ms / 86_400_000)} d`
  if (ms >= 2 * 3_600_000) return `${Math.floor(ms / 3_600_000)} h`
  return ms >= 2 * 60_000 ? `${Math.floor(ms / 60_000)} min` : `${Math.floor(ms / 1_000)} s`
}
