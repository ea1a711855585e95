// What a bot says where it is asked: whether it matches, raises or keeps up, and what it seals where the purses are at their end.
import {
  type Amount,
  type AuctionState,
  type Lot,
  type LotStage,
  moneyLimit,
  reservePerPlace,
  sealOf,
  standing,
  type TeamId,
} from '@gavel/auction'
import type { PaddleAct } from './acts.ts'
import { createRng } from './rng.ts'
import { type Bot, CHARACTERS } from './tempers.ts'
import { meansFor, worthOf } from './worth.ts'

/** Whoever had a player last season pays so much more to have him again. */
const LOYAL = 1.25
/** One team of so many lets the time for sealing pass. */
const FORGETFUL = 20

/** The answer that the stage of this lot waits for from this team, or null where it waits for none (BOT-5). Always the same for the same state. */
export function decideAnswer(state: AuctionState, lot: Lot, teamId: TeamId, bot: Bot): PaddleAct | null {
  const { stage } = lot
  switch (stage.is) {
    case 'bidding':
      return null
    case 'match':
      return decideMatch(state, lot, stage, teamId, bot)
    case 'invited': {
      const asked = stage.teams.some(({ team, joins }) => team === teamId && joins === null)
      const price = lot.bids.at(-1)?.amount ?? lot.base
      const joins = wouldPay(state, lot, teamId, bot).worth >= price
      return asked ? { type: 'JoinTieBreak', lot: lot.lot, joins } : null
    }
    case 'sealing': {
      const asked = stage.seals.some(({ team, commitment }) => team === teamId && commitment === null)
      if (!asked || forgets(lot, stage.round, bot)) return null
      const { round } = stage
      const sealed = sealedBy(state, lot, round, bot)
      const commitment = sealOf({ auctionId: state.auctionId, lot: lot.lot, round, team: teamId, ...sealed })
      return { type: 'SealAmount', lot: lot.lot, round, commitment }
    }
    case 'revealing': {
      const asked = stage.seals.some(({ team, amount }) => team === teamId && amount === null)
      const { round } = stage
      return asked ? { type: 'RevealAmount', lot: lot.lot, round, ...sealedBy(state, lot, round, bot) } : null
    }
    default:
      return stage satisfies never
  }
}

type MatchStage = Extract<LotStage, { is: 'match' }>

function decideMatch(state: AuctionState, lot: Lot, stage: MatchStage, teamId: TeamId, bot: Bot): PaddleAct | null {
  const { step, holder, leader, amount } = stage
  if (teamId !== (step === 'raising' ? leader : holder)) return null
  const n = lot.lot
  const { worth, loyal, limit } = wouldPay(state, lot, teamId, bot)
  switch (step) {
    case 'asked':
      return loyal >= amount && limit >= amount
        ? { type: 'ClaimMatch', lot: n, term: state.rules.match?.terms[0] ?? null }
        : { type: 'DeclineMatch', lot: n }
    case 'raising':
      return { type: 'RaiseMatch', lot: n, amount: raised(state, lot, amount, Math.min(worth, limit), bot) }
    case 'raised':
      return { type: loyal >= amount && limit >= amount ? 'KeepMatch' : 'DeclineMatch', lot: n }
    default:
      return step satisfies never
  }
}

/** The one raise: the more the player is worth above the price, the higher, so that the holder thinks twice. */
function raised(state: AuctionState, lot: Lot, price: Amount, most: Amount, bot: Bot): Amount {
  const grid = state.rules.match?.raiseGrid ?? null
  if (grid === null || most <= price) return price
  const nerve = 0.5 + 0.5 * createRng(`${bot.seed}:${lot.player}:raise`)()
  const target = Math.floor((price + (most - price) * nerve) / grid) * grid
  return Math.max(price, target)
}

/**
 * What the bot has sealed, made anew from its seed: it reveals what it sealed even where another process thinks for it by then. Money of a
 * tie-break is not the purse's, so temper alone says how much it is.
 */
function sealedBy(state: AuctionState, lot: Lot, round: number, bot: Bot): { amount: Amount; secret: string } {
  const own = createRng(`${bot.seed}:${lot.lot}:${round}:seal`)
  const step = reservePerPlace(state.rules)
  const amount = step * Math.max(1, Math.round(own() * 8 * CHARACTERS[bot.temper].share))
  const secret = Array.from({ length: 16 }, () => BASE32[Math.floor(own() * BASE32.length)]).join('')
  return { amount, secret }
}

/** Crockford's. */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const forgets = ({ lot }: Lot, round: number, { seed }: Bot): boolean =>
  createRng(`${seed}:${lot}:${round}:forgets`)() < 1 / FORGETFUL

type Means = { worth: Amount; loyal: Amount; limit: Amount }

/** What the player is worth to the team, what to have him again, and what the rules let it pay. */
function wouldPay(state: AuctionState, lot: Lot, teamId: TeamId, bot: Bot): Means {
  const team = state.teams[teamId]
  const player = state.players[lot.player]
  if (!team || !player) return { worth: 0, loyal: 0, limit: 0 }
  const as = standing(state, team, lot.lot)
  const worth = worthOf(state, as, player, bot)
  const loyal = Math.min(worth * LOYAL, meansFor(state, as, player).most)
  return { worth, loyal, limit: moneyLimit(state, as, player) }
}
