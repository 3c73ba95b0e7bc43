import type { FileExport } from '@soracom-fixtures/api'
import { toSecondText } from '../rules/calendar.ts'
import { filesPath } from '../rules/files-path.ts'
import { addExport, type ExportState } from '../state/exports.ts'
import { type Answer, ok } from './answer.ts'
import { invalid } from './api-failure.ts'
import type { OperatorContext } from './operation.ts'

/**
 * Exports a file: answers the link to it, or with `export_mode=async` an ID to ask for that with. `what` is the part of
 * its name that tells what it holds, such as `billing-202611`.
 */
export function answerExport(
  { world, operator, query, origin, nowMs }: OperatorContext,
  what: string,
  text: string,
): Answer {
  const mode = query.get('export_mode') || 'sync'
  if (mode !== 'sync' && mode !== 'async') throw invalid('export_mode', mode)
  const name = `${toSecondText(nowMs)}-${operator.operatorId}-${what}.csv`
  const delayMs = mode === 'async' ? world.settings.exportDelayMs : 0
  const exported = addExport(world, operator, { name, text, delayMs })
  const body: FileExport =
    mode === 'sync'
      ? { url: toFileUrl(origin, exported) }
      : // Two slashes, as the document and real answers have them.
        { exportedFileId: exported.exportId, exportedFilePath: `//files/exported/${exported.exportId}` }
  return ok(body)
}

/** The link to an exported file, at the address that the client calls. */
export function toFileUrl(origin: string, { key, name }: ExportState): string {
  return `${origin}${filesPath}${key}/${name}`
}
