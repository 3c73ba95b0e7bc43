import type { FixtureListener } from '../events/fixture-event.ts'

// A setup that is shorter shows no line that would only flicker.
const quietMs = 500

/** Keeps one line of a terminal up to date with how far a setup has come, and clears it at the end. */
export function createProgressLine(write: (text: string) => void): FixtureListener {
  const phases = new Map<string, string>()
  let all = 0
  let ready = 0
  let startedMs = 0
  let shown = false
  const show = () => {
    if (performance.now() - startedMs < quietMs) return
    const [[name, phase] = ['', '']] = phases
    write(`\r\u001b[2Ksoracom-fixtures: ${ready} of ${all} fixtures ready${name ? `; ${name} ${phase}` : ''}`)
    shown = true
  }
  return (event) => {
    if (event.type === 'setup-started') {
      all = event.fixtures
      ready = 0
      startedMs = performance.now()
    } else if (event.type === 'fixture-phase') {
      phases.set(event.name, event.phase)
      show()
    } else if (event.type === 'fixture-ready') {
      phases.delete(event.name)
      ready += 1
      show()
    } else if (event.type === 'setup-ended' && shown) {
      write('\r\u001b[2K')
      shown = false
    }
  }
}
