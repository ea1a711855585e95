import type { CreatedRehearsal } from '@gavel/api'
import { type Amount, type AuctionState, currencyDigits, formatMoney, LAKH, purseLeft } from '@gavel/auction'
import { say, table } from '../print.ts'
import type { Guess } from './cast.ts'
import type { RehearsalPlan } from './plan.ts'
import type { PlayedRoom } from './room.ts'

/** What `--json` prints. Money is in lakh for rupees, else in whole units of the currency. `players` and `spent` count bought ones only. */
export type RehearsalReport = {
  auctionId: string
  eventSlug: string
  teams: { team: string; players: number; spent: number; retained: number; retainedSpent: number; purseLeft: number }[]
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

function teamLine(state: AuctionState, name: string, teamId: string): RehearsalReport['teams'][number] {
  const team = state.teams[teamId]
  const held = (is: 'sold' | 'retained') =>
    Object.values(state.players).flatMap((p) =>
      p.status.is === is && p.status.team === teamId ? [p.status.amount] : [],
    )
  const said = (amount: Amount) =>
    amount / (state.rules.currency === 'INR' ? LAKH : 10 ** currencyDigits(state.rules.currency))
  const sum = (amounts: readonly Amount[]) => amounts.reduce((total, a) => total + a, 0)
  return {
    team: name,
    players: held('sold').length,
    spent: said(sum(held('sold'))),
    retained: held('retained').length,
    retainedSpent: said(sum(held('retained'))),
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
  const money = (said: number) => formatMoney(Math.round(said * scaleOf(played.state)), played.state.rules.currency)
  const rows = report.teams.map((t) => [
    t.team,
    t.players,
    money(t.spent),
    t.retained,
    money(t.retainedSpent),
    money(t.purseLeft),
  ])
  say(table([['Team', 'Bought', 'Spent', 'Retained', 'For', 'Left'], ...rows]))
  say()
  say(
    `${report.sold} sold, ${report.unsold} unsold, ${report.notCalled} not called; ${report.entries} entries in ${(played.tookMs / 1_000).toFixed(1)} s, ${report.refused} refusals, ${report.jumps} jumps.`,
  )
  if (report.guesses.length > 0) say(`\n${report.guesses.length} guesses:`)
  for (const guess of report.guesses)
    say(`  ${guess.text}${guess.kind === 'name' ? ` (likeness ${guess.score.toFixed(2)})` : ''}`)
  say(`\n${webUrl}/auctions/${report.auctionId}`)
}

function scaleOf(state: AuctionState): number {
  return state.rules.currency === 'INR' ? LAKH : 10 ** currencyDigits(state.rules.currency)
}
