import type { AuctionState, Phase } from '@gavel/auction'
import { type Board, boardOf, type Counts, countsOf } from '../../rooms/view.ts'

/** What a card shows of an auction: a few numbers instead of its whole state, so that a page of cards stays light. */
export type CardPicture = { phase: Phase['is']; currency: string; board: Board; counts: Counts }

export function pictureOf(state: AuctionState): CardPicture {
  return { phase: state.phase.is, currency: state.rules.currency, board: boardOf(state), counts: countsOf(state) }
}
