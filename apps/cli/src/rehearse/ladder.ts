import {
  type Amount,
  type AuctionState,
  moneyLimit,
  nextPrice,
  type Player,
  purchaseRefusal,
  type RuleSet,
  type TeamId,
} from '@gavel/auction'

/** One bid of a planned lot. `jump`: it is above the next price. */
export type PlannedBid = { team: TeamId; amount: Amount; jump: boolean }

/**
 * The bids by which `winner` lands on `price`: a rival against the winner, step by step from the base price. Where the ladder passes the price by, or no
 * team can go so high, the winner jumps. Null where the rules allow no such jump.
 *
 * @param turn chooses among the teams that could be the rival, so that it is not always the richest.
 */
export function planBids(
  state: AuctionState,
  player: Player,
  winner: TeamId,
  price: Amount,
  turn: number,
): PlannedBid[] | null {
  const { rules } = state
  const steps = stepsBelow(rules, player.base, price)
  const rivals = Object.values(state.teams).filter((t) => t.id !== winner)
  for (let last = steps.length - 1; last >= 0; last--) {
    const step = steps[last] ?? 0
    const next = nextPrice(rules, step)
    if (!callable(rules, next, price)) continue
    const able = rivals
      .filter((t) => purchaseRefusal(state, t, player, step) === null)
      .sort((a, b) => moneyLimit(state, b) - moneyLimit(state, a))
    const rival = able[turn % Math.max(1, able.length)]
    if (!rival) continue
    const bids = steps.slice(0, last + 1).map((amount, i) => ({
      team: (last - i) % 2 === 0 ? rival.id : winner,
      amount,
      jump: false,
    }))
    return [...bids, { team: winner, amount: price, jump: price > next }]
  }
  return callable(rules, player.base, price) ? [{ team: winner, amount: price, jump: price > player.base }] : null
}

/** The prices of the ladder from the base on, below `price`. */
function stepsBelow(rules: RuleSet, base: Amount, price: Amount): Amount[] {
  const steps: Amount[] = []
  for (let at = base; at < price; at = nextPrice(rules, at)) steps.push(at)
  return steps
}

function callable(rules: RuleSet, minimum: Amount, amount: Amount): boolean {
  return amount === minimum || (rules.jumpGrid !== null && amount > minimum && amount % rules.jumpGrid === 0)
}
