import { createSession } from '@soracom-fixtures/core/engine'
import { timed } from './measure.mjs'

/** How long a set takes to be set up; it is deleted again. */
export async function timeSession(endpoint, set) {
  const session = createSession(set, { config: { target: endpoint } })
  const ms = await timed(() => session.setup())
  await session.teardown()
  return ms
}
