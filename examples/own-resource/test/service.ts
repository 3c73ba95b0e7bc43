import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Declaration, defineResource, type Operator } from 'soracom-fixtures/vitest'

interface ServiceOptions {
  readonly operator: Declaration<Operator>
}

interface Service {
  readonly url: string
  readonly process: ChildProcess
}

/** The service under test, as a process of its own that runs as the operator. */
export const service = defineResource({
  kind: 'service',
  dependsOn: ({ operator }: ServiceOptions) => ({ operator }),
  calls: () => 1,
  async create({ needs, onTeardown, phase }): Promise<Service> {
    phase('starting the process')
    const script = fileURLToPath(new URL('../fleet-service.mjs', import.meta.url))
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...needs.operator.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    // Registered as soon as there is something to stop, so that it stops also when the rest of this fails.
    onTeardown(`process ${child.pid}`, async () => await stop(child))
    phase('waiting for it to listen')
    for await (const line of createInterface({ input: child.stdout })) {
      const [, port] = /^listening on (\d+)$/.exec(line) ?? []
      if (port) return { url: `http://127.0.0.1:${port}`, process: child }
    }
    throw new Error(`The service ended with exit code ${child.exitCode} before it listened.`)
  },
})

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
