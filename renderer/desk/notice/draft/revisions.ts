/**
 * What this window knows of the revisions of a draft. Text and files of a notice are saved by different requests that
 * overtake each other, and each makes a revision: this window may pass over those it made itself, but no other, because
 * that one holds what somebody else did and the person has not seen.
 */
export class Revisions {
  #known: number
  readonly #own = new Set<number>()
  readonly #running = new Set<Promise<unknown>>()

  constructor(loaded: number) {
    this.#known = loaded
  }

  /** The newest revision up to which everything is on this screen. */
  get known(): number {
    return this.#known
  }

  /** The server's draft, whole, is on the screen. */
  adopt(revision: number): void {
    this.#known = revision
    this.#advance()
  }

  /** Runs one change of this window and takes note of the revision it made. */
  async change<Answer extends { readonly revision: number }>(run: () => Promise<Answer>): Promise<Answer> {
    const running = run()
    this.#running.add(running)
    try {
      const answer = await running
      this.#own.add(answer.revision)
      this.#advance()
      return answer
    } finally {
      this.#running.delete(running)
    }
  }

  /**
   * Saves a text over the known revision, and anew when a change of this window has come between: `run` is refused then,
   * although nobody else has written.
   */
  async save<Answer extends { readonly revision: number }>(
    run: (revision: number) => Promise<Answer>,
    isConflict: (error: unknown) => boolean,
  ): Promise<Answer> {
    for (;;) {
      const others = [...this.#running]
      const tried = this.#known
      try {
        return await this.change(() => run(tried))
      } catch (error) {
        if (!isConflict(error)) throw error
        // A file sent meanwhile may have been taken before this text; its answer says so.
        await Promise.allSettled([...others, ...this.#running])
        if (this.#known === tried) throw error
      }
    }
  }

  #advance(): void {
    for (const revision of this.#own) if (revision <= this.#known) this.#own.delete(revision)
    while (this.#own.delete(this.#known + 1)) this.#known += 1
  }
}
