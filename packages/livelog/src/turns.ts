/**
 * One command at a time for each log from one instance, so that its own commands never conflict with each other. A command that
 * does not get its turn in time is told so, instead of waiting behind a store that hangs.
 */
export class Turns {
  readonly #last = new Map<string, Promise<void>>()

  /** The result of `act`, or null where its turn did not come within `patienceMs`; then it never runs. */
  async take<T>(id: string, patienceMs: number, act: () => Promise<T>): Promise<T | null> {
    const before = this.#last.get(id) ?? Promise.resolve()
    const askedAt = performance.now()
    const mine = before.then(() => (performance.now() - askedAt > patienceMs ? null : act()))
    const done = mine.then(
      () => {},
      () => {},
    )
    this.#last.set(id, done)
    try {
      return await mine
    } finally {
      if (this.#last.get(id) === done) this.#last.delete(id)
    }
  }
}
