import type { Layer, Send } from '../wire/request.ts'

/** Puts layers around `send`; the first is the outermost. */
export function compose(layers: readonly Layer[], send: Send): Send {
  return layers.reduceRight((next, layer) => layer(next), send)
}
