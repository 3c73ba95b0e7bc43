/** States of an order, in the order of their names in the published API document. */
export const orderStatuses = [
  'orderProcessing',
  'ordering',
  'ordered',
  'kitting',
  'shipped',
  'receiving',
  'received',
  'cancelling',
  'cancelled',
  'failed',
] as const

/** The state of a confirmed order. */
export type OrderStatus = (typeof orderStatuses)[number]
