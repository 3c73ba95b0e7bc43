import type { ExportedFile } from '@soracom-fixtures/api'
import { ok } from './answer.ts'
import { toFileUrl } from './answer-export.ts'
import { notFound } from './api-failure.ts'
import type { Operation } from './operation.ts'

/** Files that are exported asynchronously. One whose link has expired is gone. */
export const exportedFileOperations: readonly Operation[] = [
  {
    operationId: 'getExportedFile',
    handle({ operator, params, origin, nowMs }) {
      const exportId = params.exported_file_id ?? ''
      const exported = operator.exports.get(exportId)
      if (!exported) throw notFound('exported file', exportId)
      const body: ExportedFile =
        exported.readyMs > nowMs ? { status: 'processing' } : { status: 'exported', url: toFileUrl(origin, exported) }
      return ok(body)
    },
  },
]
