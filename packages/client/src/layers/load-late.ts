import type { Layer, Send } from '../wire/request.ts'

/** A layer whose code is loaded with the first call: making a client costs nothing then. */
export function loadLate(load: () => Promise<Layer>): Layer {
  return (next) => {
    let loaded: Promise<Send> | undefined
    return async (request, context) => {
      loaded ??= load().then((layer) => layer(next))
      return await (await loaded)(request, context)
    }
  }
}
