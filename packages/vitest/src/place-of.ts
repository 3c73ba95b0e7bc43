import type { UsePlace } from '@soracom-fixtures/core'

/** What Vitest tells a hook of where it runs: a test's task, a `describe` or a file. */
interface Task {
  readonly type: string
  readonly suite?: Task | undefined
  readonly file?: Task | undefined
}

/**
 * Where a hook runs, by its arguments: the `describe` or file that Vitest gives a `beforeAll` (as its first argument up to
 * version 4.0, as its second from 4.1 on), or the context of a test.
 */
export function placeOf(hookArguments: ArrayLike<unknown>): UsePlace {
  const task = Array.from(hookArguments, toTask).find((found) => found !== undefined)
  if (!task) throw new Error('Vitest did not tell the hook of useFixtures() where it runs; is this version supported?')
  const enclosedBy: object[] = []
  for (let around = task.suite; around; around = around.suite) enclosedBy.push(around)
  if (task.file && task.file !== task) enclosedBy.push(task.file)
  return { place: task, enclosedBy }
}

function toTask(argument: unknown): Task | undefined {
  // The context of a test is a function with properties.
  if ((typeof argument !== 'object' && typeof argument !== 'function') || argument === null) return undefined
  if ('type' in argument && argument.type === 'suite') return argument as Task
  return 'task' in argument && typeof argument.task === 'object' ? (argument.task as Task) : undefined
}
