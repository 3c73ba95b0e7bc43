/** A product that has been met in the sandbox's catalogue, by its code. */
export interface KnownProduct {
  readonly productCode: string
  /** SIMs in one piece of the product. */
  readonly count: number
  /** What a SIM of the product is created with; `undefined` where no source says. */
  readonly subscription: string | undefined
  readonly simSize: string | undefined
  readonly contractType: string | undefined
  /** Price of one piece in yen without tax; `undefined` where no source says. */
  readonly priceJpy: number | undefined
}

/**
 * The products whose codes were seen in tests of the official clients. The real catalogue holds more; nothing is known
 * of those. 4573326590013 comes from the command-line client's own test, the other two from the Swift SDK's tests and
 * notes on production answers of 2019.
 */
export const knownProducts = [
  {
    productCode: '4573326590013',
    count: 1,
    subscription: 'plan-D',
    simSize: undefined,
    contractType: undefined,
    priceJpy: undefined,
  },
  {
    productCode: '4573326590259',
    count: 1,
    subscription: 'plan-K',
    simSize: 'nano',
    contractType: 'data_sms',
    priceJpy: undefined,
  },
  {
    productCode: '4573326590273',
    count: 1,
    subscription: 'plan-KM1',
    simSize: 'nano',
    contractType: 'no_sms',
    priceJpy: 1500,
  },
] as const satisfies readonly KnownProduct[]

/** A product code that has been met in the sandbox's catalogue; other codes are accepted as text. */
export type KnownProductCode = (typeof knownProducts)[number]['productCode']
