import { createSimRequestSchema } from '@soracom-fixtures/api/schemas'
import { toWireGuardKeys } from '../rules/wire-guard-keys.ts'
import { makeVirtualSim } from '../state/make-sim.ts'
import { created } from './answer.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'
import { toSimView } from './views/sim-view.ts'

/** Virtual SIMs of Soracom Arc. Their private key is in the answer to their creation and never again. */
export const virtualSimOperations: readonly Operation[] = [
  {
    operationId: 'createSim',
    handle({ world, operator, body }) {
      readBody(createSimRequestSchema, body)
      const { privateKey, publicKey } = toWireGuardKeys(world.ids.hex(64))
      return created(toSimView(makeVirtualSim(world, operator, publicKey), privateKey))
    },
  },
]
