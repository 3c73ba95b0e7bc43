import type { EmulatorReply } from './message.ts'

/** The answer to HEAD: what GET answers, with its length but without its body. */
export function withoutBody(reply: EmulatorReply): EmulatorReply {
  if (reply.body === '') return reply
  const headers = { 'content-length': String(Buffer.byteLength(reply.body)), ...reply.headers }
  return { ...reply, headers, body: '' }
}
