import { type Consequence, consequences, refusalWords } from '@gavel/auction'
import { PRESENT } from '../pool/state-of.ts'
import { entriesOf } from '../results/entries.ts'
import { auctionProcedure } from '../trpc.ts'
import { asCorrection, correctedSale, stateToCorrect, whyNotCorrected } from './correct.ts'

/**
 * What a correction would mean. `refused`: why it cannot be, in words. `consequences`: later bids that it would have made illegal, each with
 * the core's refusal in `words` and what can be done about it (CORRECT-6).
 */
export type CorrectionPreview = {
  refused: string | null
  consequences: readonly (Consequence & { words: string })[]
}

export const previewCorrection = auctionProcedure('auction.correctSale')
  .input(correctedSale)
  .query(async ({ ctx: { services, auction }, input }): Promise<CorrectionPreview> => {
    const state = await stateToCorrect(services, auction)
    const correction = asCorrection(input)
    const refused = whyNotCorrected(state, correction)
    if (state.players[correction.player]?.status.is !== 'sold') return { refused, consequences: [] }
    const found = consequences(await entriesOf(services, auction.id, PRESENT), correction)
    return {
      refused,
      consequences: found.map((one) => ({ ...one, words: refusalWords(one.refusal, state.rules.currency) })),
    }
  })
