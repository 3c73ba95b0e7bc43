import { answerControl, controlPath } from '../control/answer-control.ts'
import { checkHost } from '../guards/check-host.ts'
import type { World } from '../state/world.ts'
import { createCallHandler } from './answer-call.ts'
import { type EmulatorReply, type EmulatorRequest, readHeader } from './message.ts'
import { readJson } from './read-json.ts'
import { splitUrl } from './split-url.ts'
import { toErrorReply, toReply } from './to-reply.ts'

/** The application: from a request to its reply, over the state of a world. */
export function createApp(
  world: World,
  { allowedHosts }: { readonly allowedHosts: readonly string[] },
): (request: EmulatorRequest) => EmulatorReply | Promise<EmulatorReply> {
  const answerCall = createCallHandler(world)
  return (request) => {
    try {
      checkHost(readHeader(request, 'host'), allowedHosts)
      const { path, query } = splitUrl(request.url)
      return path.startsWith(controlPath) ? control(world, request, path, query) : answerCall(request, path, query)
    } catch (error) {
      return toErrorReply(error, readHeader(request, 'x-soracom-lang'))
    }
  }
}

function control(
  world: World,
  request: EmulatorRequest,
  path: string,
  query: string,
): EmulatorReply | Promise<EmulatorReply> {
  const body = readJson(request.body)
  const answer = answerControl({ world, query: new URLSearchParams(query), body }, request.method, path)
  return answer instanceof Promise ? answer.then(toReply) : toReply(answer)
}
