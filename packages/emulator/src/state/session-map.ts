import type { SessionState } from './world.ts'

/**
 * Sessions by their tokens. Nearly every call comes with the token that the last one came with, and a token is half a
 * kilobyte: comparing it to that one is a fraction of what looking it up among all costs.
 */
export class SessionMap extends Map<string, SessionState> {
  #last: SessionState | undefined

  override get(token: string): SessionState | undefined {
    if (this.#last?.token !== token) this.#last = super.get(token)
    return this.#last
  }

  override set(token: string, session: SessionState): this {
    this.#last = undefined
    return super.set(token, session)
  }

  override delete(token: string): boolean {
    this.#last = undefined
    return super.delete(token)
  }

  override clear(): void {
    this.#last = undefined
    super.clear()
  }
}
