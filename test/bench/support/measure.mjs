/**
 * Runs each of several things in turn, `rounds` times, after one unmeasured round, and gives the median of each in
 * milliseconds. In turn, so that whatever slows the machine down slows all of them down.
 */
export async function measureInTurn(things, rounds) {
  const times = things.map(() => [])
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, thing] of things.entries()) {
      const ms = await thing()
      if (round >= 0) times[index].push(ms)
    }
  }
  return times.map(median)
}

/** How long some work takes, in milliseconds. */
export async function timed(work) {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]
}
