import { answerControl, controlPath } from '../control/answer-control.ts'
import { checkHost } from '../guards/check-host.ts'
import { checkOrigin } from '../guards/check-origin.ts'
import type { Answer } from '../operations/answer.ts'
import { filesPath } from '../rules/files-path.ts'
import { settleTime } from '../state/settle-time.ts'
import { type CallParts, createCallHandler } from './answer-call.ts'
import { answerFile } from './answer-file.ts'
import { delayReply } from './delay-reply.ts'
import { type EmulatorReply, type ReceivedRequest, readHeader } from './message.ts'
import { readJson, readText } from './read-body.ts'
import { splitUrl } from './split-url.ts'
import { toErrorReply, toReply } from './to-reply.ts'
import { withoutBody } from './without-body.ts'

/** What an application is told. */
export interface AppOptions {
  /** In lower case, without ports. */
  readonly allowedHosts: readonly string[]
  readonly controlPaths: boolean
}

/** The application: from a request to its reply, over the state of a world. */
export function createApp(
  parts: CallParts,
  { allowedHosts, controlPaths }: AppOptions,
): (request: ReceivedRequest) => EmulatorReply | Promise<EmulatorReply> {
  const answerCall = createCallHandler(parts)
  let ownHost: string | undefined
  return (request) => {
    try {
      const host = readHeader(request, 'host')
      // Nearly all calls name the one host that the last did.
      if (host !== ownHost) checkHost(host, allowedHosts)
      ownHost = host
      const { path, query } = splitUrl(request.url)
      const isOwn = path === '/openapi.json' || (controlPaths && path.startsWith(controlPath))
      if (path.startsWith(filesPath)) return download(parts, request, path)
      if (!isOwn) return answerCall(request, path, query)
      checkOrigin(request.method, readHeader(request, 'origin'), allowedHosts)
      const reply = control(parts, request, path, query)
      return parts.latencyMs > 0 ? delayReply(reply, parts.latencyMs) : reply
    } catch (error) {
      return toErrorReply(error, readHeader(request, 'x-soracom-lang'))
    }
  }
}

function download({ world }: CallParts, request: ReceivedRequest, path: string): EmulatorReply {
  const nowMs = world.clock.now()
  settleTime(world, nowMs)
  return toReply(answerFile(world, request.method, path, nowMs))
}

function control(
  { world, faults, log }: CallParts,
  request: ReceivedRequest,
  path: string,
  query: string,
): EmulatorReply | Promise<EmulatorReply> {
  const body = readJson(readText(request))
  const context = { world, faults, log, query: new URLSearchParams(query), body }
  const name = path.startsWith(controlPath) ? path.slice(controlPath.length) : path.slice(1)
  const isHead = request.method === 'HEAD'
  const answer = answerControl(context, isHead ? 'GET' : request.method, name)
  // Tools that wait for a server ask for the head of its health.
  const write = (given: Answer) => (isHead ? withoutBody(toReply(given)) : toReply(given))
  return answer instanceof Promise ? answer.then(write) : write(answer)
}
