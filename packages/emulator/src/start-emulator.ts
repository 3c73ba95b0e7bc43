import { type EmulatorControl, openEmulator } from './create-emulator.ts'
import { listen } from './http/server.ts'
import { type StartOptions, toWholeNumber } from './options.ts'

/** An emulator that is served over HTTP. */
export interface Emulator extends EmulatorControl, AsyncDisposable {
  /** Such as `http://127.0.0.1:49152`, without `/v1`: what `SORACOM_ENDPOINT` takes. */
  readonly endpoint: string
  readonly port: number
  /** Stops it; once more is harmless. */
  close(): Promise<void>
}

/**
 * Starts an emulator on a port of this machine.
 *
 * @example
 * await using emulator = await startEmulator()
 * process.env.SORACOM_ENDPOINT = emulator.endpoint
 * @throws {TypeError} for an option that does not do; what the system says when the port is taken.
 */
export async function startEmulator(options: StartOptions = {}): Promise<Emulator> {
  const { host = '127.0.0.1', allowedHosts = [] } = options
  const wantedPort = toWholeNumber('port', options.port ?? 0, 0, 65_535)
  const bracketed = host.includes(':') ? `[${host}]` : host
  const emulator = openEmulator({ ...options, allowedHosts: [...allowedHosts, bracketed] })
  const { handle, ...control } = emulator
  const server = await listen(handle, { port: wantedPort, host })
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= server.close()
    return closing
  }
  return {
    ...control,
    get seed() {
      return emulator.seed
    },
    endpoint: `http://${reachable(bracketed)}:${server.port}`,
    port: server.port,
    close,
    [Symbol.asyncDispose]: close,
  }
}

// An emulator that listens everywhere is called on this machine by its loopback name.
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '[::]' ? '[::1]' : host
}
