import * as v from 'valibot'
import { statsPeriods } from '../stats-periods.ts'

/** `POST /stats/{air|beam}/operators/{operator_id}/export`; UNIX seconds. */
export const exportStatsRequestSchema = v.object({
  from: v.number(),
  to: v.number(),
  period: v.picklist(statsPeriods),
})
export type ExportStatsRequest = v.InferOutput<typeof exportStatsRequestSchema>

/** What every export answers: the link where it was asked for `sync`, an ID where it was asked for `async`. */
export const fileExportSchema = v.object({
  url: v.exactOptional(v.nullable(v.string())),
  exportedFileId: v.exactOptional(v.nullable(v.string())),
  exportedFilePath: v.exactOptional(v.nullable(v.string())),
})
export type FileExport = v.InferOutput<typeof fileExportSchema>

/** How far an export is; the link is there once it is done. */
export const exportedFileSchema = v.object({
  status: v.picklist(['processing', 'exported', 'failed']),
  url: v.exactOptional(v.nullable(v.string())),
})
export type ExportedFile = v.InferOutput<typeof exportedFileSchema>
