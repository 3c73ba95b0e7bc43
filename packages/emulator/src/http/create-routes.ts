import { type ApiOperation, apiOperations, basePath } from '@soracom-fixtures/api'
import { addRoute, createRouter, findRoute } from 'rou3'
import type { Operation } from '../operations/operation.ts'
import { createNearestOperation, type NearestOperation } from '../rules/nearest-operation.ts'

/** Where a request goes: an operation of the API, done by the emulator or not, and the values in its path. */
export interface Route {
  readonly operationId: string
  /** As permissions name it: tag and operation. */
  readonly permissionName: string
  /** The group of the operation, such as `Auth`. */
  readonly tag: string
  /** The path as the API's document writes it, with `/v1`. */
  readonly apiKind: string
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
  /** What a path that is none was most likely meant to be. */
  readonly nearest: NearestOperation
}

/** A lookup of operations by method and path. What operations the emulator does is given; where they are, the API tells. */
export function createRoutes(operations: readonly Operation[]): Routes {
  const done = new Map(operations.map((operation) => [operation.operationId, operation]))
  const router = createRouter<Route>()
  for (const operation of apiOperations()) {
    const { method, operationId, tag, authenticated, path } = operation
    addRoute(router, method, toPattern(operation), {
      operationId,
      permissionName: `${tag}:${operationId}`,
      tag,
      apiKind: basePath + path,
      authenticated,
      operation: done.get(operationId),
      params: noParams,
    })
  }
  return {
    find(method, path) {
      const found = findRoute(router, method, path)
      if (!found?.params) return found?.data
      const { operationId, permissionName, tag, apiKind, authenticated, operation } = found.data
      return { operationId, permissionName, tag, apiKind, authenticated, operation, params: decode(found.params) }
    },
    nearest: createNearestOperation(),
    methodsOf: (path) => methods.filter((method) => findRoute(router, method, path) !== undefined),
  }
}

const noParams: Route['params'] = Object.freeze({})

const methods = ['HEAD', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH']

// `/subscribers/{imsi}` → `/v1/subscribers/:imsi`
function toPattern({ path }: ApiOperation): string {
  return basePath + path.replaceAll(/\{(\w+)\}/g, ':$1')
}

// A value may hold an encoded slash (a configuration key that is a URL), so it is decoded only now.
function decode(params: Readonly<Record<string, string>>): Record<string, string> {
  const decoded: Record<string, string> = {}
  for (const name in params) {
    const value = params[name] ?? ''
    decoded[name] = value.includes('%') ? decodeURIComponent(value) : value
  }
  return decoded
}
