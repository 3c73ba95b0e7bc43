/**
 * Runs each of several things in turn, `rounds` times, after one unmeasured round, and gives one figure of each: the median
 * unless told. In turn, so that whatever slows the machine down slows all of them down.
 */
export async function measureInTurn(things, rounds, pick = median) {
  const figures = things.map(() => [])
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, thing] of things.entries()) {
      const figure = await thing()
      if (round >= 0) figures[index].push(figure)
    }
  }
  return figures.map(pick)
}

/** How long some work takes, in milliseconds. */
export async function timed(work) {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

/** The middle one. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]
}

/** The least: of what a busy machine can only make longer, such as the start of a process. */
export function least(numbers) {
  return Math.min(...numbers)
}
