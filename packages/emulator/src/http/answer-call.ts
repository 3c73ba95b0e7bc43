import { authenticate } from '../guards/authenticate.ts'
import { allOperations } from '../operations/all-operations.ts'
import type { Answer } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import { settleTime } from '../state/settle-time.ts'
import type { World } from '../state/world.ts'
import { createRoutes, type Route } from './create-routes.ts'
import { type EmulatorReply, type EmulatorRequest, readHeader } from './message.ts'
import { readJson } from './read-json.ts'
import { toErrorReply, toReply } from './to-reply.ts'

/** Answers calls of the API. */
export function createCallHandler(
  world: World,
): (request: EmulatorRequest, path: string, query: string) => EmulatorReply {
  const findOperation = createRoutes(allOperations)
  return (request, path, query) => {
    world.counts.calls += 1
    settleTime(world)
    try {
      const route = findOperation(request.method, path)
      if (!route) throw new ApiFailure('EMU0003', [path])
      return toReply(answer(world, request, route, path, query))
    } catch (error) {
      return toErrorReply(toFailure(error), readHeader(request, 'x-soracom-lang'))
    }
  }
}

function answer(
  world: World,
  request: EmulatorRequest,
  { operationId, operation, params }: Route,
  path: string,
  query: string,
): Answer {
  if (!operation) throw new ApiFailure('EMU0004', [operationId])
  const call = { world, params, path, query: new URLSearchParams(query), nowMs: world.clock.now() }
  // Who calls is settled before what is said in the body.
  if (operation.open) return operation.handle({ ...call, body: readJson(request.body) })
  const caller = authenticate(world, request, { operationId, params, nowMs: call.nowMs })
  return operation.handle({ ...call, body: readJson(request.body), ...caller })
}

function toFailure(error: unknown): unknown {
  return error instanceof URIError ? new ApiFailure('EMU0006', ['path', 'a percent sign without its digits']) : error
}
