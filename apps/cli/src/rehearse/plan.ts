import {
  type Amount,
  type AuctionState,
  type Command,
  createAuction,
  type Draft,
  decide,
  evolve,
  MAX_BATCH,
  MAX_TEAMS,
  type Owned,
  type RuleSet,
} from '@gavel/auction'
import { categoriesOf, type PlayerList } from '@gavel/player-list'
import { adaptRules, lotOrder } from './adapt.ts'
import { type CastPlayer, castOf, type Guess, inLakh, RehearsalError } from './cast.ts'
import { type PlannedBid, planBids } from './ladder.ts'
import { withCaps, withRetained } from './retained.ts'

/** One player put up: the bids in order, the last by the real winner at the real price. No bids: he goes unsold. */
type PlannedLot = { player: string; bids: PlannedBid[] }

/** A whole rehearsal, before anything is done. Teams are called by their names in the results, players by their `ref`. */
export type RehearsalPlan = {
  /** The rule set, changed only where the file would break it. */
  rules: RuleSet
  teams: { name: string; purse: Amount }[]
  players: CastPlayer[]
  retained: { player: string; team: string; amount: Amount }[]
  lots: PlannedLot[]
  jumps: number
  guesses: Guess[]
  /** How it must end. */
  expected: AuctionState
}

/**
 * Plans a rehearsal and plays it through the core, so that every planned bid is known to be lawful when its turn comes. Pure.
 *
 * @param results null where the results are columns of the list itself.
 * @param retained who was retained before the auction, where a file of its own says so
 * @throws RehearsalError where the files cannot make an auction.
 */
export function planRehearsal(
  list: PlayerList,
  results: PlayerList | null,
  ruleSet: RuleSet,
  retained: PlayerList | null = null,
): RehearsalPlan {
  const sold = castOf(list, results, ruleSet)
  const whole = retained ? withRetained(sold, retained, ruleSet) : sold
  const cast = { ...whole, players: withCaps(whole.players, ruleSet, whole.guesses) }
  if (cast.teams.length > MAX_TEAMS)
    throw new RehearsalError(
      `The results name ${cast.teams.length} teams, and an auction has at most ${MAX_TEAMS}: choose the rows of one auction with --only Column=Value.`,
    )
  const adapted = adaptRules(ruleSet, cast)
  const teams = cast.teams.map((name) => ({ name, purse: adapted.purses.get(name) ?? adapted.rules.purse }))
  const kept = cast.players.flatMap((p) =>
    p.outcome === 'retained' && p.team && p.price ? [{ player: p.ref, team: p.team, amount: p.price }] : [],
  )
  const called = lotOrder(cast.players).filter((p) => p.outcome === 'sold' || p.outcome === 'unsold')
  let rules = adapted.rules
  for (;;) {
    const played = play(rules, teams, cast.players, kept, called)
    if ('offGrid' in played) {
      rules = { ...rules, jumpGrid: commonGrid(rules.jumpGrid, played.offGrid) }
      continue
    }
    const guesses = [...cast.guesses, ...adapted.guesses]
    if (rules.jumpGrid !== adapted.rules.jumpGrid)
      guesses.push({
        kind: 'rules',
        text: `Some prices of the file lie off the grid of jumps: the rehearsal’s grid is ${inLakh(rules.jumpGrid ?? 0)}.`,
      })
    const jumps = played.lots.flatMap((l) => l.bids).filter((b) => b.jump).length
    return {
      rules,
      teams,
      players: cast.players,
      retained: kept,
      lots: played.lots,
      jumps,
      guesses,
      expected: played.state,
    }
  }
}

/** The plan through the core: every bid is decided by it. `offGrid`: a price that no jump of these rules can reach. */
function play(
  rules: RuleSet,
  teams: RehearsalPlan['teams'],
  players: readonly CastPlayer[],
  retained: RehearsalPlan['retained'],
  called: readonly CastPlayer[],
): { lots: PlannedLot[]; state: AuctionState } | { offGrid: Amount } {
  const room = pretend(rules)
  for (const { name, purse } of teams) room.do({ type: 'AddTeam', by: 'plan', team: name, purse })
  for (const { name } of teams) room.do({ type: 'GrantPaddle', by: 'plan', user: name, team: name })
  for (let i = 0; i < players.length; i += MAX_BATCH) {
    const batch = players.slice(i, i + MAX_BATCH)
    const added = batch.map(({ ref, base, set, listed }) => ({
      ...{ player: ref, base, set, overseas: listed.overseas },
      categories: categoriesOf({ capped: listed.capped, role: listed.role ?? '', age: listed.age }),
    }))
    room.do({ type: 'AddPlayers', by: 'plan', players: added })
  }
  for (const r of retained) room.do({ type: 'RetainPlayer', by: 'plan', ...r })
  room.do({ type: 'StartAuction', by: 'plan' })
  const lots: PlannedLot[] = []
  for (const [turn, { ref, team, price, listed }] of called.entries()) {
    const player = room.state().players[ref]
    if (!player) throw new Error(`${ref} is not in the pool`)
    const bids = team === null || price === null ? [] : planBids(room.state(), player, team, price, turn)
    if (bids === null) return { offGrid: price ?? 0 }
    room.do({ type: 'OpenLot', by: 'plan', player: ref }, listed.name)
    const lot = room.state().lotCount
    for (const bid of bids)
      room.do({ type: 'PlaceBid', by: bid.team, lot, amount: bid.amount, floorTeam: null }, listed.name)
    const last = room.state().seq
    room.do(bids.length > 0 ? { type: 'Hammer', by: 'plan', lot, bid: last } : { type: 'PassLot', by: 'plan', lot })
    lots.push({ player: ref, bids })
  }
  room.do({ type: 'EndAuction', by: 'plan' })
  return { lots, state: room.state() }
}

/** An auction in memory, in which every command must succeed. */
function pretend(rules: RuleSet) {
  const stamped = (draft: Draft, seq: number) => ({ ...draft, atMs: 0, by: 'plan', cmd: '', sum: '', seq })
  const owned: Owned = new WeakSet()
  let state = evolve(null, stamped(createAuction('plan', rules), 1))
  return {
    /** Good until the next command. */
    state: () => state,
    do(command: Command, about = '') {
      const decision = decide(state, command, 0)
      if ('refusal' in decision)
        throw new RehearsalError(
          `The recorded auction breaks the rules of ${rules.name}${about ? ` at ${about}` : ''}: ${command.type} is refused ${decision.refusal.code}.`,
        )
      for (const draft of decision.entries) state = evolve(state, stamped(draft, state.seq + 1), owned)
    },
  }
}

function commonGrid(a: Amount | null, b: Amount): Amount {
  let [x, y] = [a ?? b, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
