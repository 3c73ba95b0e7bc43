import type { DataPrice, RateCard } from './rate-card.ts'

/** What bytes of a subscription cost in a speed class and direction: the class' own prices, or those of every class. */
export function dataPricesOf(
  { dataPrices }: Pick<RateCard, 'dataPrices'>,
  subscription: string,
  speedClass: string,
  direction: DataPrice['direction'],
): readonly DataPrice[] {
  const candidates = dataPrices.filter((price) => price.subscription === subscription && price.direction === direction)
  const own = candidates.filter((price) => price.speedClass === speedClass)
  return own.length > 0 ? own : candidates.filter((price) => price.speedClass === '*')
}
