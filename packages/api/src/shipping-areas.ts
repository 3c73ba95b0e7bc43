/** Shipping areas of Japan, as orders and shipping addresses name them (published API document). */
export const shippingAreas = [
  'hokkaido',
  'kita_tohoku',
  'minami_tohoku',
  'kanto',
  'shinetsu',
  'chubu',
  'hokuriku',
  'kansai',
  'chugoku',
  'shikoku',
  'kyushu',
  'okinawa',
] as const

/** One of the twelve shipping areas of Japan. */
export type ShippingArea = (typeof shippingAreas)[number]
