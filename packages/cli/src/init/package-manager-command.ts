import { type Agent, resolveCommand } from 'package-manager-detector'

/** What a package manager is asked for. */
export type Wanted = 'install' | 'frozen' | 'run' | 'execute-local'

/** How a package manager is called for something: `['npm', 'run', 'test']`. Those that are known do all of it. */
export function packageManagerCommand(agent: Agent, wanted: Wanted, args: readonly string[] = []): string[] {
  // `yarn exec` of the first Yarn takes options for itself.
  if (wanted === 'execute-local' && agent.startsWith('yarn')) return ['yarn', ...args]
  const resolved = resolveCommand(agent, wanted, [...args])
  if (!resolved) throw new Error(`${agent} has no way to ${wanted}.`)
  return [resolved.command, ...resolved.args]
}
