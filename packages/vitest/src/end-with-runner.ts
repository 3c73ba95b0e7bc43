import process from 'node:process'

// How long deleting may take: nobody waits for it any more.
const longestMs = 10_000

const key = Symbol.for('soracom-fixtures.vitest.held')

type Teardown = () => Promise<unknown>

/**
 * Notes what this worker holds; what it gives forgets it again. When the runner is gone, the worker deletes what it holds
 * at once and ends. Left alone, a worker of Vitest 3 whose runner was killed goes on and then spins without end, so that
 * neither its own hooks nor a process that waits for its end come to delete anything.
 */
export function endWithRunner(teardown: Teardown): () => void {
  const held = heldByWorker()
  held.add(teardown)
  return () => held.delete(teardown)
}

// One a process, which files share that a worker loads one after the other, also where each has a global object of its own.
function heldByWorker(): Set<Teardown> {
  const holder = process as { [key]?: Set<Teardown> }
  if (holder[key]) return holder[key]
  const held = new Set<Teardown>()
  holder[key] = held
  // False where the runner is gone already; nothing in a thread, which ends with its process.
  if (process.connected === false) end(held)
  else if (process.connected) process.once('disconnect', () => end(held))
  return held
}

function end(held: ReadonlySet<Teardown>): void {
  setTimeout(endProcess, longestMs)
  // What fails is left to whoever cleans up after the run: there is no one to tell it to.
  Promise.allSettled([...held].map((teardown) => teardown())).then(endProcess)
}

// Vitest has replaced `process.exit` by what throws.
function endProcess(): void {
  process.kill(process.pid, 'SIGKILL')
}
