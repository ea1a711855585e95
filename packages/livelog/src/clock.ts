/**
 * The store's clock, as far as an instance can know it: the last time that a reply carried, and what has passed here since, on a clock
 * that nobody sets. Good to a round trip; whatever must be exact is checked again by the script.
 */
export class StoreClock {
  #storeMs = Date.now()
  #seenAt = performance.now()

  observe(nowMs: number): void {
    this.#storeMs = nowMs
    this.#seenAt = performance.now()
  }

  nowMs(): number {
    return Math.floor(this.#storeMs + (performance.now() - this.#seenAt))
  }
}
