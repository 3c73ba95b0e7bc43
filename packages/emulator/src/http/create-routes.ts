import { type ApiOperation, apiOperations, basePath } from '@soracom-fixtures/api'
import { addRoute, createRouter, findRoute } from 'rou3'
import type { Operation } from '../operations/operation.ts'

/** Where a request goes: an operation of the API, done by the emulator or not, and the values in its path. */
export interface Route {
  readonly operationId: string
  /** As permissions name it: tag and operation. */
  readonly permissionName: string
  /** The group of the operation, such as `Auth`. */
  readonly tag: string
  /** The path as the API's document writes it, with `/v1`. */
  readonly apiKind: string
  readonly operation: Operation | undefined
  readonly params: Readonly<Record<string, string>>
}

/** A lookup of operations by method and path. What operations the emulator does is given; where they are, the API tells. */
export function createRoutes(operations: readonly Operation[]): (method: string, path: string) => Route | undefined {
  const done = new Map(operations.map((operation) => [operation.operationId, operation]))
  const router = createRouter<Omit<Route, 'params'>>()
  for (const operation of apiOperations()) {
    const { method, operationId, tag, path } = operation
    const permissionName = `${tag}:${operationId}`
    const route = { operationId, permissionName, tag, apiKind: basePath + path, operation: done.get(operationId) }
    addRoute(router, method, toPattern(operation), route)
  }
  return (method, path) => {
    const found = findRoute(router, method, path)
    return found && { ...found.data, params: decode(found.params) }
  }
}

// `/subscribers/{imsi}` → `/v1/subscribers/:imsi`
function toPattern({ path }: ApiOperation): string {
  return basePath + path.replaceAll(/\{(\w+)\}/g, ':$1')
}

// A value may hold an encoded slash (a configuration key that is a URL), so it is decoded only now.
function decode(params: Readonly<Record<string, string>> = {}): Record<string, string> {
  const decoded: Record<string, string> = {}
  for (const name in params) {
    const value = params[name] ?? ''
    decoded[name] = value.includes('%') ? decodeURIComponent(value) : value
  }
  return decoded
}
