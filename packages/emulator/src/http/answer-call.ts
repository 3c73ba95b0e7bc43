import type { RequestLog } from '../control/request-log.ts'
import { answerFault } from '../guards/answer-fault.ts'
import { authenticate } from '../guards/authenticate.ts'
import { authorize } from '../guards/authorize.ts'
import type { FaultRegistry } from '../guards/faults.ts'
import type { RateLimiter } from '../guards/rate-limiter.ts'
import { allOperations } from '../operations/all-operations.ts'
import type { Answer } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import { settleTime } from '../state/settle-time.ts'
import type { World } from '../state/world.ts'
import { answerMissing } from './answer-missing.ts'
import { auditCall } from './audit-call.ts'
import type { Call } from './call.ts'
import { createRoutes, type Route, type Routes } from './create-routes.ts'
import { delayReply } from './delay-reply.ts'
import { type EmulatorReply, type ReceivedRequest, readHeader } from './message.ts'
import { originOf } from './origin-of.ts'
import { readBytes, readJson, readText } from './read-body.ts'
import { toErrorReply, toReply } from './to-reply.ts'
import { withoutBody } from './without-body.ts'

/** What answers calls of the API: the world, and what stands before it. */
export interface CallParts {
  readonly world: World
  readonly faults: FaultRegistry
  readonly limiter: RateLimiter | undefined
  readonly log: RequestLog | undefined
  /** Milliseconds by which every answer is delayed. */
  readonly latencyMs: number
}

/** Answers calls of the API. What is off costs nothing but a look whether it is on. */
export function createCallHandler(
  parts: CallParts,
): (request: ReceivedRequest, path: string, query: string) => EmulatorReply | Promise<EmulatorReply> {
  const { world, faults, limiter, log, latencyMs } = parts
  const routes = createRoutes(allOperations)
  const reach = (call: Call): EmulatorReply => answerPlainly(world, routes, call)
  const reachPastFaults = (call: Call): EmulatorReply =>
    faults.isEmpty() ? reach(call) : answerWithFaults(parts, call, () => reach(call))
  return (request, path, query) => {
    world.counts.calls += 1
    const startMs = world.clock.now()
    settleTime(world, startMs)
    const call: Call = {
      request,
      path,
      query,
      startMs,
      text: undefined,
      route: undefined,
      operatorId: undefined,
      faults: noFaults,
      delayMs: latencyMs,
    }
    let reply: EmulatorReply
    try {
      call.route =
        routes.find(request.method, path) ?? (request.method === 'HEAD' ? routes.find('GET', path) : undefined)
      reply = limiter ? answerWithinLimit(world, limiter, call, () => reachPastFaults(call)) : reachPastFaults(call)
    } catch (error) {
      reply = toErrorReply(toFailure(error), languageOf(call))
    }
    if (request.method === 'HEAD') reply = withoutBody(reply)
    const sequence = log?.add(call, reply) ?? 0
    if (call.delayMs === 0) return reply
    const delayed = delayReply(reply, call.delayMs)
    return log ? delayed.then((sent) => log.end(sequence, sent)) : delayed
  }
}

const noFaults: readonly string[] = Object.freeze([])

// Lets a call have its effect. Never throws.
function answerPlainly(world: World, routes: Routes, call: Call): EmulatorReply {
  const { request, path, route } = call
  try {
    if (route) {
      const outcome = answer(world, call, route)
      return outcome instanceof ApiFailure ? toErrorReply(outcome, languageOf(call)) : toReply(outcome)
    }
    return answerMissing(routes, world.settings, { method: request.method, path, language: languageOf(call) })
  } catch (error) {
    return toErrorReply(error, languageOf(call))
  }
}

function answer(world: World, call: Call, route: Route): Answer | ApiFailure {
  const { operationId, operation, params } = route
  if (!operation) throw new ApiFailure('EMU0004', [operationId])
  const { request, path, startMs: nowMs } = call
  const query = call.query === '' ? noQuery : new URLSearchParams(call.query)
  const origin = originOf(request)
  const audited = { route, path, nowMs, remoteAddress: request.remoteAddress }
  // Contexts are written out, since spreading them would cost more than all else here.
  if (operation.open) {
    return auditCall(world, audited, undefined, () =>
      operation.handle({ world, params, path, query, origin, nowMs, body: readBody(call) }),
    )
  }
  // Who calls is settled before what is said in the body.
  const { foreignOperatorStatus } = operation
  const caller = authenticate(world, request, { operationId, params, nowMs, foreignOperatorStatus })
  const { operator, session } = caller
  call.operatorId = operator.operatorId
  return auditCall(world, audited, caller, () => {
    authorize({ world, params, nowMs }, session, route.permissionName)
    return operation.reads === 'bytes'
      ? operation.handle({ world, params, path, query, origin, nowMs, body: readBytes(request), operator, session })
      : operation.handle({ world, params, path, query, origin, nowMs, body: readBody(call), operator, session })
  })
}

// Of a call without one, which nearly all are; operations read queries and never write to them.
const noQuery = new URLSearchParams()

function readBody(call: Call): unknown {
  call.text = readText(call.request)
  return readJson(call.text)
}

function answerWithFaults({ world, faults }: CallParts, call: Call, reach: () => EmulatorReply): EmulatorReply {
  const { request, path, route, startMs } = call
  const token = readHeader(request, 'x-soracom-token') ?? ''
  const { method } = request
  const met = faults.meet({ operationId: route?.operationId, method, path, hasToken: token !== '' })
  call.faults = met.ids
  call.delayMs += met.delayMs
  return answerFault(met, languageOf(call), reach, () => {
    const session = world.sessions.get(token)
    if (session) world.sessions.set(token, { ...session, expiresMs: startMs })
  })
}

function answerWithinLimit(world: World, limiter: RateLimiter, call: Call, reach: () => EmulatorReply): EmulatorReply {
  const { request, route, startMs } = call
  const session = route?.authenticated ? world.sessions.get(readHeader(request, 'x-soracom-token') ?? '') : undefined
  const who = session?.operatorId ?? request.remoteAddress ?? ''
  const { isOver, secondsLeft, headers } = limiter.count(who, route?.tag ?? '', startMs)
  if (isOver) {
    const reply = toErrorReply(new ApiFailure('EMU0019'), languageOf(call))
    return { ...reply, headers: { ...reply.headers, ...headers, 'retry-after': String(secondsLeft) } }
  }
  const reply = reach()
  // A fault that answers 429 has said by itself what is left.
  return { ...reply, headers: { ...headers, ...reply.headers } }
}

function languageOf({ request }: Call): string | undefined {
  return readHeader(request, 'x-soracom-lang')
}

function toFailure(error: unknown): unknown {
  return error instanceof URIError
    ? new ApiFailure('EMU0006', ['path', 'what follows a percent sign is no UTF-8'])
    : error
}
