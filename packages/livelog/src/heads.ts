import type { Head } from './head.ts'
import type { LogTypes } from './kind.ts'

const MAX_HEADS = 64

/**
 * The folded states of a few logs: of those last written here, so that a commit needs no read (EXEC-2), or of those whose past was last asked
 * for. The least recently used goes first.
 */
export class Heads<Kept extends Head<LogTypes>> {
  readonly #heads = new Map<string, Kept>()

  get(id: string): Kept | null {
    return this.#heads.get(id) ?? null
  }

  set(id: string, head: Kept): void {
    this.#heads.delete(id)
    this.#heads.set(id, head)
    const [oldest] = this.#heads.keys()
    if (this.#heads.size > MAX_HEADS && oldest !== undefined) this.#heads.delete(oldest)
  }

  delete(id: string): void {
    this.#heads.delete(id)
  }
}
