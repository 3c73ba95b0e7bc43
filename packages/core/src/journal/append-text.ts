import { appendFileSync } from 'node:fs'

/** Appends text to a file that the user named. */
export function appendText(path: string, text: string): void {
  appendFileSync(path, text)
}
