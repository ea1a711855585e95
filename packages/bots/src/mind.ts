import { type AuctionState, type Lot, minimumBid, openLots, type TeamId } from '@gavel/auction'
import type { PaddleAct } from './acts.ts'
import { decideAnswer } from './decide-answer.ts'
import { decideBid, mostFor } from './decide-bid.ts'
import { decideNames, decideNomination } from './decide-names.ts'
import { createRng } from './rng.ts'
import { type Bot, CHARACTERS } from './tempers.ts'
import { thinkMs } from './think.ts'

/** Somebody with a paddle in one auction. */
export type Paddle = {
  /**
   * What it does next and how long it thinks about it, or null where it has nothing to do. Asked again after every change; for equal
   * questions in an equal order the answers are equal (BOT-1).
   */
  next: (state: AuctionState) => { act: PaddleAct; afterMs: number } | null
  /** The act was accepted. A hidden maximum shows nowhere, so the paddle must remember that it has left one. */
  did: (act: PaddleAct) => void
}

/** A paddle in the hand of a bot. */
export function createPaddle(team: TeamId, bot: Bot): Paddle {
  const rng = createRng(bot.seed)
  const proxied = new Set<number>()

  const onLot = (state: AuctionState, lot: Lot): PaddleAct | null => {
    const answer = decideAnswer(state, lot, team, bot)
    if (answer || lot.stage.is !== 'bidding' || proxied.has(lot.lot)) return answer
    if (leavesMaximum(state, lot, bot)) {
      const max = mostFor(state, lot, team, bot)
      return max !== null && max >= minimumBid(state.rules, lot) ? { type: 'SetProxy', lot: lot.lot, max } : null
    }
    const amount = decideBid(state, lot, team, bot, rng)
    return amount === null ? null : { type: 'PlaceBid', lot: lot.lot, amount }
  }

  return {
    next: (state) => {
      if (state.phase.is !== 'running') return null
      const lots = openLots(state)
      const acts = [
        ...lots.map((lot) => onLot(state, lot)),
        decideNames(state, team, bot),
        decideNomination(state, team, bot, rng),
      ].filter((act) => act !== null)
      const act = acts[Math.floor(rng() * acts.length)]
      // Once any lot is called, whoever has something to say is quick.
      const going = lots.find((lot) => lot.going > 0)?.going ?? 0
      return act ? { act, afterMs: thinkMs({ going }, bot, rng) } : null
    },
    did: (act) => {
      if (act.type === 'SetProxy') proxied.add(act.lot)
    },
  }
}

/** Some leave a maximum and look away; always the same ones for the same lot. */
function leavesMaximum({ rules }: AuctionState, { lot }: Lot, { temper, seed }: Bot): boolean {
  return rules.proxies && createRng(`${seed}:${lot}:maximum`)() < CHARACTERS[temper].trusts
}
