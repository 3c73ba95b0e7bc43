// A file of its own, imported only where a store is configured: nobody else needs unstorage, nor pays for it. The CommonJS
// build makes that a `require`, which works inside Jest.
import { createRequire } from 'node:module'
import { createStorage as createUnstorage, type Driver, prefixStorage, type Storage } from 'unstorage'

/** Opens a driver of unstorage by its name, below a folder of our own. */
export function createStorage(
  driverName: string,
  options: object,
): { readonly storage: Storage; readonly driver: Driver } {
  const required = createRequire(import.meta.url)(`unstorage/drivers/${driverName}`) as DriverModule
  const toDriver = typeof required === 'function' ? required : required.default
  const driver = toDriver(options)
  return { storage: prefixStorage(createUnstorage({ driver }), 'soracom-fixtures'), driver }
}

type ToDriver = (options: object) => Driver
type DriverModule = ToDriver | { readonly default: ToDriver }
