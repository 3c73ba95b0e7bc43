import type { BundleFee } from '@soracom-fixtures/api/billing'
import type { MonthContext } from './month-context.ts'

/** Bytes that are left of what is included. */
export interface Included {
  bytes: number
}

/** What a SIM's bundles include in a month, its own part first, and what bytes beyond cost where a bundle says so. */
export interface Allowance {
  readonly parts: readonly Included[]
  readonly overage: BundleFee['overage']
}

/** The allowance of a SIM that has some bundles. What SIMs share is in the context, and grows with each of them. */
export function allowanceOf({ card, pools }: MonthContext, bundles: readonly string[]): Allowance {
  const fees = card.bundleFees.filter(({ bundle }) => bundles.includes(bundle))
  const own = { bytes: 0 }
  const shared: Included[] = []
  for (const fee of fees) {
    const { bundle, includedBytes = 0 } = fee
    if (isPooled(fee)) {
      const pool = pools.get(bundle) ?? { bytes: 0 }
      pools.set(bundle, pool)
      pool.bytes += includedBytes
      shared.push(pool)
    } else own.bytes += includedBytes
  }
  return { parts: [own, ...shared], overage: fees.find(({ overage }) => overage !== undefined)?.overage }
}

/** How many of some bytes are included; they are taken off what is left. */
export function takeFree({ parts }: Allowance, bytes: number): number {
  let open = bytes
  for (const part of parts) {
    const free = Math.min(open, part.bytes)
    part.bytes -= free
    open -= free
  }
  return bytes - open
}

/** Whether a bundle's allowance is shared by the SIMs that have it. */
export function isPooled({ pooled }: Pick<BundleFee, 'pooled'>): boolean {
  return pooled === true
}
