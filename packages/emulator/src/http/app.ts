import { answerControl, controlPath } from '../control/answer-control.ts'
import { authenticate } from '../guards/authenticate.ts'
import { checkHost } from '../guards/check-host.ts'
import { allOperations } from '../operations/all-operations.ts'
import type { Answer } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import type { OperationContext } from '../operations/operation.ts'
import { filesPath } from '../rules/files-path.ts'
import { settleTime } from '../state/settle-time.ts'
import type { World } from '../state/world.ts'
import { answerFile } from './answer-file.ts'
import { createRoutes, type Route } from './create-routes.ts'
import { type EmulatorReply, type EmulatorRequest, readHeader } from './message.ts'
import { originOf } from './origin-of.ts'
import { toErrorReply, toReply } from './to-reply.ts'

/** The application: from a request to its reply, over the state of a world. */
export function createApp(
  world: World,
  { allowedHosts }: { readonly allowedHosts: readonly string[] },
): (request: EmulatorRequest) => EmulatorReply {
  const findOperation = createRoutes(allOperations)
  return (request) => {
    try {
      checkHost(readHeader(request, 'host'), allowedHosts)
      const { path, query } = splitUrl(request.url)
      if (path.startsWith(controlPath)) return toReply(answerControl(world, request.method, path))
      settleTime(world)
      if (path.startsWith(filesPath)) return toReply(answerFile(world, request.method, path, world.clock.now()))
      world.counts.calls += 1
      const route = findOperation(request.method, path)
      if (!route) throw new ApiFailure('EMU0003', [path])
      return toReply(
        answer(world, request, route, { path, query: new URLSearchParams(query), origin: originOf(request) }),
      )
    } catch (error) {
      return toErrorReply(toFailure(error), readHeader(request, 'x-soracom-lang'))
    }
  }
}

function answer(
  world: World,
  request: EmulatorRequest,
  { operationId, operation, params }: Route,
  where: Pick<OperationContext, 'path' | 'query' | 'origin'>,
): Answer {
  if (!operation) throw new ApiFailure('EMU0004', [operationId])
  const nowMs = world.clock.now()
  // Who calls is settled before what is said in the body.
  if (operation.open) {
    return operation.handle({ world, params, ...where, body: readJson(request.body), nowMs })
  }
  const caller = authenticate(world, request, { operationId, params, nowMs })
  return operation.handle({ world, params, ...where, body: readJson(request.body), nowMs, ...caller })
}

// Clients leave a bare question mark at the end, and may send a whole URL.
function splitUrl(url: string): { path: string; query: string } {
  const local = url.startsWith('/') ? url : url.replace(/^\w+:\/\/[^/?#]*/, '')
  const at = local.indexOf('?')
  return at < 0 ? { path: local, query: '' } : { path: local.slice(0, at), query: local.slice(at + 1) }
}

// JSON whatever the content type says: clients send none, or text/plain.
function readJson(text: string | undefined): unknown {
  if (text === undefined || text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ApiFailure('EMU0001', [(error as Error).message])
  }
}

function toFailure(error: unknown): unknown {
  return error instanceof URIError ? new ApiFailure('EMU0006', ['path', 'a percent sign without its digits']) : error
}
