import { type Answer, ok } from '../operations/answer.ts'
import { invalid } from '../operations/api-failure.ts'
import type { ControlContext } from './control-context.ts'

/** Answers the log, by the query's `operationId`, `since` (a time) and `after` (a sequence number). */
export function answerLog({ log, query }: ControlContext): Answer {
  const since = query.get('since') ?? undefined
  const after = Number(query.get('after') ?? 0)
  if (!Number.isSafeInteger(after)) throw invalid('after', query.get('after'))
  try {
    const filter = { operationId: query.get('operationId') ?? undefined, since: toTime(since), after }
    return ok({ entries: log?.entries(filter) ?? [] })
  } catch (error) {
    if (error instanceof RangeError) throw invalid('since', since)
    throw error
  }
}

function toTime(text: string | undefined): string | number | undefined {
  return text !== undefined && /^\d{9,}$/.test(text) ? Number(text) : text
}
