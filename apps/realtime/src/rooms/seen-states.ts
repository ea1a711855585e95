import { type AuctionState, type Audience, stateFor } from '@gavel/auction'
import type { Source } from './source.ts'

/** The state as each audience sees it, made once for each seq however many ask. */
export class SeenStates {
  #made: { seq: number; link: string; by: Map<Audience, AuctionState> } = { seq: 0, link: '', by: new Map() }

  of({ seq, link, state }: Source, audience: Audience): AuctionState {
    if (this.#made.seq !== seq || this.#made.link !== link) this.#made = { seq, link, by: new Map() }
    const seen = this.#made.by.get(audience) ?? stateFor(audience, state)
    this.#made.by.set(audience, seen)
    return seen
  }
}
