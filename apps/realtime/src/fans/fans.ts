import type { LogEntry } from '@gavel/livelog'
import type { Reaction } from '@gavel/protocol'
import { type Frame, frameOf } from '../rooms/frame.ts'
import type { Guesses } from './guesses.ts'
import { type Ended, endedBy, leaderboard } from './leaderboard.ts'
import { Reactions } from './reactions.ts'

/** What fans guessed of a lot. Rejects while nobody knows. */
export type GuessesOf = (auctionId: string, lot: number) => Promise<Guesses>

/** Somebody in the room. `who`: whose guesses these are. */
type Fan = { readonly who: string; send(frame: Frame): void }

/** What one room tells its fans of each other. Nothing of the auction depends on it. */
export class Fans {
  readonly #auctionId: string
  readonly #guessesOf: GuessesOf
  readonly #inRoom: () => readonly Fan[]
  readonly #reactions: Reactions

  constructor(auctionId: string, guessesOf: GuessesOf, inRoom: () => readonly Fan[]) {
    this.#auctionId = auctionId
    this.#guessesOf = guessesOf
    this.#inRoom = inRoom
    this.#reactions = new Reactions((counts) => {
      const frame = frameOf('reactions', { auctionId, counts })
      for (const fan of inRoom()) fan.send(frame)
    })
  }

  /** False where this fan has reacted enough for now. */
  react(fan: Fan, kind: Reaction): boolean {
    return this.#reactions.add(fan, kind)
  }

  /** Looks for lots that have ended. */
  heed(entries: readonly LogEntry[]): void {
    for (const ended of endedBy(entries.map(({ entry }) => entry))) void this.#tell(ended)
  }

  stop(): void {
    this.#reactions.stop()
  }

  /** Guesses are for fun: where their store is away, the room goes on without them. */
  async #tell(ended: Ended): Promise<void> {
    const guesses = await this.#guessesOf(this.#auctionId, ended.lot).catch(() => null)
    const board = guesses && leaderboard(this.#auctionId, ended, guesses)
    if (!board) return
    const toAll = frameOf('guesses', board.toAll)
    for (const fan of this.#inRoom()) fan.send(guesses.has(fan.who) ? frameOf('guesses', board.to(fan.who)) : toAll)
  }
}
