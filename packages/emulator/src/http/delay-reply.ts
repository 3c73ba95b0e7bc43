import type { EmulatorReply } from './message.ts'

/** A reply that takes its time, as on a slow network; what it tells of has happened already. In real milliseconds. */
export function delayReply(reply: EmulatorReply | Promise<EmulatorReply>, delayMs: number): Promise<EmulatorReply> {
  return new Promise((resolve) => setTimeout(resolve, delayMs, reply))
}
