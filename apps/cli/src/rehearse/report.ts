import type { CreatedRehearsal } from '@gavel/api'
import {
  type Amount,
  type AuctionState,
  cardsLeft,
  countsInLakh,
  currencyDigits,
  formatMoney,
  LAKH,
  purseLeft,
} from '@gavel/auction'
import { say, table } from '../print.ts'
import type { Guess } from './cast.ts'
import type { RehearsalPlan } from './plan.ts'
import type { PlayedRoom } from './room.ts'

/**
 * What `--json` prints. Money is in lakh for rupees, else in whole units of the currency. `players` and `spent` count bought ones only; `retainedSpent` is what
 * retained players are paid, `retainedCost` what they took from the purse; `cards` are those to match a price that are left.
 */
export type RehearsalReport = {
  auctionId: string
  eventSlug: string
  teams: {
    team: string
    players: number
    spent: number
    retained: number
    retainedSpent: number
    retainedCost: number
    cards: number
    purseLeft: number
  }[]
  sold: number
  unsold: number
  notCalled: number
  entries: number
  refused: number
  jumps: number
  guesses: Guess[]
}

/** The report, from the room's own end: nothing in it is taken from the plan but the guesses. */
export function reportOf(created: CreatedRehearsal, plan: RehearsalPlan, played: PlayedRoom): RehearsalReport {
  const { state } = played
  const count = (is: string) => Object.values(state.players).filter((p) => p.status.is === is).length
  return {
    auctionId: created.auctionId,
    eventSlug: created.eventSlug,
    teams: created.teams.map(({ name, teamId }) => teamLine(state, name, teamId)),
    sold: count('sold'),
    unsold: count('unsold'),
    notCalled: count('waiting'),
    entries: state.seq,
    refused: played.refused,
    jumps: played.jumps,
    guesses: plan.guesses,
  }
}

/** A team’s line of the report, from how the auction stands. */
export function teamLine(state: AuctionState, name: string, teamId: string): RehearsalReport['teams'][number] {
  const team = state.teams[teamId]
  const held = (is: 'sold' | 'retained', what: 'amount' | 'debit' = 'amount') =>
    Object.values(state.players).flatMap((p) =>
      p.status.is === is && p.status.team === teamId ? [p.status[what]] : [],
    )
  const said = saidIn(state.rules.currency)
  const sum = (amounts: readonly Amount[]) => amounts.reduce((total, a) => total + a, 0)
  return {
    team: name,
    players: held('sold').length,
    spent: said(sum(held('sold'))),
    retained: held('retained').length,
    retainedSpent: said(sum(held('retained'))),
    retainedCost: said(sum(held('retained', 'debit'))),
    cards: cardsLeft(state, teamId),
    purseLeft: said(team ? purseLeft(team) : 0),
  }
}

/** How the room's end differs from what the files say: nothing, or the rehearsal has failed. */
export function differences(plan: RehearsalPlan, created: CreatedRehearsal, state: AuctionState): string[] {
  const names = new Map(created.teams.map((t) => [t.teamId, t.name]))
  const ids = new Map(created.players.map((p) => [p.ref, p.playerId]))
  return plan.players.flatMap(({ ref, listed, outcome }) => {
    const expected = plan.expected.players[ref]?.status
    const real = state.players[ids.get(ref) ?? '']?.status
    const said = (s: typeof real, team: (id: string) => string) =>
      s === undefined
        ? 'missing'
        : s.is === 'sold' || s.is === 'retained'
          ? `${s.is} ${team(s.team)} ${s.amount}`
          : s.is
    const [want, got] = [said(expected, (id) => id), said(real, (id) => names.get(id) ?? id)]
    return want === got ? [] : [`${listed.name} is ${got}, and the files say ${outcome === 'sold' ? want : outcome}`]
  })
}

/** The report for a person. */
export function printReport(report: RehearsalReport, played: PlayedRoom, webUrl: string): void {
  const { currency } = played.state.rules
  const money = (said: number) => formatMoney(amountsOf(currency)(said), currency)
  const hasCards = played.state.rules.match !== null
  const rows = report.teams.map((t) => [
    t.team,
    t.players,
    money(t.spent),
    t.retained,
    money(t.retainedCost),
    money(t.purseLeft),
    ...(hasCards ? [t.cards] : []),
  ])
  const head = ['Team', 'Bought', 'Spent', 'Retained', 'For', 'Left', ...(hasCards ? ['Cards'] : [])]
  say(table([head, ...rows]))
  say()
  say(
    `${report.sold} sold, ${report.unsold} unsold, ${report.notCalled} not called; ${report.entries} entries in ${(played.tookMs / 1_000).toFixed(1)} s, ${report.refused} refusals, ${report.jumps} jumps.`,
  )
  if (report.guesses.length > 0) say(`\n${report.guesses.length} guesses:`)
  for (const guess of report.guesses)
    say(`  ${guess.text}${guess.kind === 'name' ? ` (likeness ${guess.score.toFixed(2)})` : ''}`)
  say(`\n${webUrl}/auctions/${report.auctionId}`)
}

/** Amounts as the report says them. */
export function saidIn(currency: string): (amount: Amount) => number {
  return (amount) => amount / scaleOf(currency)
}

/** What the report says, as amounts again. */
export function amountsOf(currency: string): (said: number) => Amount {
  return (said) => Math.round(said * scaleOf(currency))
}

function scaleOf(currency: string): number {
  return countsInLakh(currency) ? LAKH : 10 ** currencyDigits(currency)
}
