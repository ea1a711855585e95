import type { Head } from './head.ts'

const MAX_HEADS = 64

/** The folded states of the logs last written here, so that a commit needs no read (EXEC-2). The least recently used goes first. */
export class Heads {
  readonly #heads = new Map<string, Head>()

  get(auctionId: string): Head | null {
    return this.#heads.get(auctionId) ?? null
  }

  set(auctionId: string, head: Head): void {
    this.#heads.delete(auctionId)
    this.#heads.set(auctionId, head)
    const [oldest] = this.#heads.keys()
    if (this.#heads.size > MAX_HEADS && oldest !== undefined) this.#heads.delete(oldest)
  }

  delete(auctionId: string): void {
    this.#heads.delete(auctionId)
  }
}
