import type { Emulator, StartOptions } from '@soracom-fixtures/emulator'
import { CommandError } from '../errors/command-error.ts'

/**
 * Starts an emulator.
 *
 * @throws {CommandError} when it cannot listen where it should.
 */
export async function openEmulator(options: StartOptions): Promise<Emulator> {
  const { startEmulator } = await import('@soracom-fixtures/emulator')
  try {
    return await startEmulator(options)
  } catch (error) {
    const explain = explanations[(error as NodeJS.ErrnoException).code ?? '']
    if (!explain) throw error
    throw new CommandError(explain(options), { cause: error })
  }
}

const explanations: Readonly<Record<string, (options: StartOptions) => string>> = {
  EADDRINUSE: ({ port, host }) =>
    `port ${port} of ${host} is taken. Stop what listens there, or give another with --port (0 for any that is free).`,
  EACCES: ({ port, host }) =>
    `port ${port} of ${host} may not be used by this user. Give another with --port (0 for any that is free).`,
  EADDRNOTAVAIL: ({ host }) => `${host} is no address of this machine. Give one that is with --host, such as 0.0.0.0.`,
  ENOTFOUND: ({ host }) => `no address is known for the name ${host}. Give an address with --host, such as 127.0.0.1.`,
  EAI_AGAIN: ({ host }) => `no address is known for the name ${host}. Give an address with --host, such as 127.0.0.1.`,
}
