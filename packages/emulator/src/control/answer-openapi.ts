import { allOperations } from '../operations/all-operations.ts'
import { type Answer, ok } from '../operations/answer.ts'

/** Answers the API as an OpenAPI document. What makes it is loaded when it is first asked for. */
export async function answerOpenApi(): Promise<Answer> {
  const { toOpenApi } = await import('../openapi/to-openapi.ts')
  return ok(toOpenApi(new Set(allOperations.map(({ operationId }) => operationId))))
}
