import { answerControl, controlPath } from '../control/answer-control.ts'
import { authenticate } from '../guards/authenticate.ts'
import { authorize } from '../guards/authorize.ts'
import { checkHost } from '../guards/check-host.ts'
import { allOperations } from '../operations/all-operations.ts'
import type { Answer } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import type { OperationContext } from '../operations/operation.ts'
import { filesPath } from '../rules/files-path.ts'
import { settleTime } from '../state/settle-time.ts'
import type { World } from '../state/world.ts'
import { answerFile } from './answer-file.ts'
import { auditCall } from './audit-call.ts'
import { createRoutes, type Route } from './create-routes.ts'
import { type EmulatorReply, type EmulatorRequest, readHeader, toBytes, toText } from './message.ts'
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
      if (path.startsWith(controlPath))
        return toReply(answerControl(world, request.method, path, new URLSearchParams(query)))
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
  route: Route,
  where: Pick<OperationContext, 'path' | 'query' | 'origin'>,
): Answer {
  const { operationId, operation, params } = route
  if (!operation) throw new ApiFailure('EMU0004', [operationId])
  const nowMs = world.clock.now()
  const call = { ...where, route, nowMs, remoteAddress: request.remoteAddress }
  const context = { world, params, ...where, nowMs }
  const json = () => readJson(toText(request.body))
  if (operation.open) return auditCall(world, call, undefined, () => operation.handle({ ...context, body: json() }))
  // Who calls is settled before what is said in the body.
  const { foreignOperatorStatus } = operation
  const caller = authenticate(world, request, { operationId, params, nowMs, foreignOperatorStatus })
  return auditCall(world, call, caller, () => {
    authorize({ world, params, nowMs }, caller.session, route.permissionName)
    return operation.reads === 'bytes'
      ? operation.handle({ ...context, ...caller, body: toBytes(request.body) })
      : operation.handle({ ...context, ...caller, body: json() })
  })
}

// Clients leave a bare question mark at the end, and may send a whole URL.
function splitUrl(url: string): { path: string; query: string } {
  const local = url.startsWith('/') ? url : url.replace(/^\w+:\/\/[^/?#]*/, '')
  const at = local.indexOf('?')
  return at < 0 ? { path: local, query: '' } : { path: local.slice(0, at), query: local.slice(at + 1) }
}

// JSON whatever the content type says: clients send none, or text/plain.
function readJson(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ApiFailure('EMU0001', [(error as Error).message])
  }
}

function toFailure(error: unknown): unknown {
  return error instanceof URIError ? new ApiFailure('EMU0006', ['path', 'a percent sign without its digits']) : error
}
