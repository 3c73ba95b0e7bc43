import { basePath } from '@soracom-fixtures/api'
import { ApiFailure } from '../operations/api-failure.ts'
import type { EmulatorSettings } from '../settings.ts'
import type { Routes } from './create-routes.ts'
import type { EmulatorReply } from './message.ts'
import { toErrorReply } from './to-reply.ts'

/** Answers a call that no operation is for: the methods of the path where it has others, else the nearest operation. */
export function answerMissing(
  routes: Routes,
  { unknownMethodStatus }: EmulatorSettings,
  { method, path, language }: { readonly method: string; readonly path: string; readonly language: string | undefined },
): EmulatorReply {
  const methods = routes.methodsOf(path)
  if (methods.length > 0) {
    const allow = [...new Set([...(methods.includes('GET') ? ['HEAD'] : []), ...methods, 'OPTIONS'])].join(', ')
    if (method === 'OPTIONS') return { status: 204, headers: { allow }, body: '' }
    const reply = toErrorReply(
      new ApiFailure('EMU0221', [method, shorten(path), methods.join(', ')], unknownMethodStatus),
      language,
    )
    return { ...reply, headers: { ...reply.headers, allow } }
  }
  const asked = `${method} ${shorten(path)}`
  const near = routes.nearest(method, path)
  if (!near) return toErrorReply(new ApiFailure('EMU0003', [asked]), language)
  const meant = `${near.method} ${basePath}${near.path} (${near.operationId})`
  return toErrorReply(new ApiFailure('EMU0220', [asked, meant]), language)
}

const longestPath = 300

function shorten(path: string): string {
  return path.length > longestPath ? `${path.slice(0, longestPath)}…` : path
}
