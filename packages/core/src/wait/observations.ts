/** One state that was seen, and how often in a row. */
export interface Observation {
  readonly text: string
  readonly firstMs: number
  lastMs: number
  times: number
}

// How many states a message shows.
const mostShown = 3

/** What a wait has seen: the last few different states, oldest first. */
export interface Observations {
  add(text: string, nowMs: number): void
  /** A line a state, with its age. */
  toLines(nowMs: number): string[]
}

/** Makes an empty list of observations. */
export function createObservations(): Observations {
  let all: Observation[] = []
  return {
    add(text, nowMs) {
      const last = all.at(-1)
      if (last?.text === text) {
        last.lastMs = nowMs
        last.times += 1
      } else all = [...all.slice(1 - mostShown), { text, firstMs: nowMs, lastMs: nowMs, times: 1 }]
    },
    toLines: (nowMs) =>
      all.map(({ text, firstMs, lastMs, times }) => {
        const often = times > 1 ? `, ${times} times from ${toAge(firstMs, nowMs)} on` : ''
        return `${toAge(lastMs, nowMs)}${often}: ${text}`
      }),
  }
}

function toAge(thenMs: number, nowMs: number): string {
  return `${((nowMs - thenMs) / 1000).toFixed(1)} s ago`
}
