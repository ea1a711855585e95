import { type AuctionState, type Correction, correctionRefusal, type Refusal, refusalWords } from '@gavel/auction'
import { type Auction, auctionArchive, setAuctionFollowed } from '@gavel/db'
import { NothingArchivedError } from '@gavel/livelog'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { type Asked, command } from '../log/command.ts'
import { idInput } from '../log/id-input.ts'
import type { Services } from '../services.ts'

/** What a past sale should have been: another team or price; null: no sale at all. */
export const correctedSale = z.object({
  playerId: idInput,
  to: z.object({ teamId: idInput, amount: z.number().int().positive() }).nullable(),
})

/** The same, as the core has it. */
export const asCorrection = ({ playerId, to }: z.infer<typeof correctedSale>): Pick<Correction, 'player' | 'to'> => ({
  player: playerId,
  to: to && { team: to.teamId, amount: to.amount },
})

/** Why the sale cannot be corrected so, in words; null where it can. */
export const whyNotCorrected = (state: AuctionState, correction: Pick<Correction, 'player' | 'to'>): string | null => {
  const refusal: Refusal | null = correctionRefusal(state, correction)
  return refusal && refusalWords(refusal, state.rules.currency)
}

/**
 * The auction's state with everything in it. A finished auction whose log is no longer live is built anew from its archive.
 * @throws AppError AUCTION.UNAVAILABLE where there is no log to be had
 */
export const stateToCorrect = async ({ log, mongo }: Services, auction: Auction): Promise<AuctionState> => {
  const live = await log.load(auction.id)
  if (live) return live.state
  const restored = await log.restore(auctionArchive(mongo), auction.id).then(
    () => log.load(auction.id),
    (error: unknown) => {
      if (error instanceof NothingArchivedError) return null
      throw error
    },
  )
  if (!restored) throw new AppError('AUCTION.UNAVAILABLE')
  return restored.state
}

/** Gives a command about a correction. After the end nobody follows the log any more, so it is followed again (CORRECT-7). */
export const correct = async (
  services: Services,
  auction: Auction,
  by: string,
  id: string,
  asked: Asked,
): Promise<void> => {
  const { phase } = await stateToCorrect(services, auction)
  await command(services.log, auction, by, id, asked)
  if (phase.is !== 'ended') return
  await services.log.archiveTo(auctionArchive(services.mongo), auction.id)
  await setAuctionFollowed(services.mongo, auction.id)
}
