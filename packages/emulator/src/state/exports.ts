import type { OperatorState } from './operator.ts'
import { enqueue, takeDue } from './time-queue.ts'
import type { World } from './world.ts'

/** A file that was exported. It is gone once its link has expired. */
export interface ExportState {
  readonly operatorId: string
  /** Such as `fe_…`, what an asynchronous export is asked after by. */
  readonly exportId: string
  /** What makes the link to it unguessable. */
  readonly key: string
  readonly name: string
  readonly text: string
  /** Until then an asynchronous export is processing. */
  readonly readyMs: number
  readonly expiresMs: number
}

/** How long a link to an exported file holds (a link of the service says so in its query). */
const linkLifeMs = 172_800_000

/** Keeps a file for whoever has the link to it. */
export function addExport(
  world: World,
  operator: OperatorState,
  { name, text, delayMs }: { readonly name: string; readonly text: string; readonly delayMs: number },
): ExportState {
  const readyMs = world.clock.now() + delayMs
  const exported: ExportState = {
    operatorId: operator.operatorId,
    exportId: `fe_${world.ids.uuid()}`,
    key: world.ids.text(40),
    name,
    text,
    readyMs,
    expiresMs: readyMs + linkLifeMs,
  }
  world.exports.set(exported.key, exported)
  operator.exports.set(exported.exportId, exported)
  enqueue(world.exportExpiries, exported.expiresMs, exported.key)
  return exported
}

/** Drops the files whose links have expired. */
export function dropExpiredExports(world: World, nowMs: number): void {
  for (let due = takeDue(world.exportExpiries, nowMs); due; due = takeDue(world.exportExpiries, nowMs)) {
    const exported = world.exports.get(due.key)
    if (!exported) continue
    world.exports.delete(due.key)
    world.operators.get(exported.operatorId)?.exports.delete(exported.exportId)
  }
}
