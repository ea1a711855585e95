import { type Amount, moneyLimit, nextPrice, type RuleSet, type Team } from '@gavel/auction'

/** The prices that follow a price, each the next bid after the one before. */
export function nextBids(rules: Pick<RuleSet, 'ladder'>, from: number, count: number): number[] {
  const bids: number[] = []
  for (let price = from; bids.length < count; ) {
    price = nextPrice(rules, price)
    bids.push(price)
  }
  return bids
}

type LimitAt = { held: number; left: number; most: number }

/**
 * The most that a team may bid at three moments: with an empty squad, half way with half the purse gone, and with one place of the
 * smallest squad left and a tenth of the purse.
 */
export function limitsOf(rules: RuleSet): LimitAt[] {
  const { purse, squad } = rules
  const moments = [
    { held: 0, spent: 0 },
    { held: Math.floor(squad.min / 2), spent: Math.floor(purse / 2) },
    { held: Math.max(0, squad.min - 1), spent: Math.floor(purse * 0.9) },
  ]
  return moments
    .filter(({ held }, at) => moments.findIndex((other) => other.held === held) === at)
    .map(({ held, spent }) => ({
      held,
      left: purse - spent,
      most: moneyLimit({ rules, players: {} }, teamOf(purse, spent, held)),
    }))
}

const teamOf = (purse: Amount, spent: Amount, held: number): Team => ({
  ...{ id: '', purse, spent, overseas: 0, cardsLost: 0, autopilot: 'off' },
  squad: Array.from({ length: held }, () => ''),
})
