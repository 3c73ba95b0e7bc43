import { type ApiOperation, apiOperations, basePath } from '@soracom-fixtures/api'
import { addRoute, createRouter, findRoute } from 'rou3'
import type { Operation } from '../operations/operation.ts'

/** Where a request goes: an operation of the API, done by the emulator or not, and the values in its path. */
export interface Route {
  readonly operationId: string
  readonly tag: string
  /** Whether the call needs credentials, as the API says. */
  readonly authenticated: boolean
  readonly operation: Operation | undefined
  readonly params: Readonly<Record<string, string>>
}

/** A lookup of operations. */
export interface Routes {
  find(method: string, path: string): Route | undefined
  /** The methods that a path has. */
  methodsOf(path: string): string[]
}

/** A lookup of operations by method and path. What operations the emulator does is given; where they are, the API tells. */
export function createRoutes(operations: readonly Operation[]): Routes {
  const done = new Map(operations.map((operation) => [operation.operationId, operation]))
  const router = createRouter<Omit<Route, 'params'>>()
  for (const operation of apiOperations()) {
    const { method, operationId, tag, authenticated } = operation
    addRoute(router, method, toPattern(operation), {
      operationId,
      tag,
      authenticated,
      operation: done.get(operationId),
    })
  }
  return {
    find(method, path) {
      const found = findRoute(router, method, path)
      if (!found) return undefined
      const { operationId, tag, authenticated, operation } = found.data
      return { operationId, tag, authenticated, operation, params: decode(found.params) }
    },
    methodsOf: (path) => methods.filter((method) => findRoute(router, method, path) !== undefined),
  }
}

const methods = ['HEAD', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH']

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
