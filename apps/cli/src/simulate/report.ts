import { formatMoney, nextPrice, shortSquads } from '@gavel/auction'
import type { Simulated } from '@gavel/bots'
import { say, table } from '../print.ts'
import { amountsOf, type RehearsalReport, saidIn, teamLine } from '../rehearse/report.ts'
import type { SimulationCast } from './cast.ts'

/** One player of a squad. Money as in the report: `price` is the hammer price or what a retained player is paid. */
type SquadPlayer = {
  name: string
  role: string | null
  country: string | null
  price: number
  /** What it cost the purse, what the player gets, and what the league gets on top. */
  debit: number
  fee: number
  levy: number
  via: 'hammer' | 'match' | 'tiebreak' | 'correction' | 'retained'
}

/** What `auction simulate --json` prints: the shape of a rehearsal’s report, and every squad. */
export type SimulationReport = RehearsalReport & { squads: { team: string; temper: string; players: SquadPlayer[] }[] }

/** The report of a simulated auction, from its log and its end alone. */
export function simulationReport({ entries, state, tempers }: Simulated, cast: SimulationCast): SimulationReport {
  const count = (is: string) => Object.values(state.players).filter((p) => p.status.is === is).length
  return {
    auctionId: state.auctionId,
    eventSlug: state.auctionId,
    teams: cast.teams.map((team) => teamLine(state, team, team)),
    sold: count('sold'),
    unsold: count('unsold'),
    notCalled: count('waiting'),
    entries: entries.length,
    refused: 0,
    jumps: jumpsIn({ entries, state }),
    guesses: cast.guesses,
    squads: cast.teams.map((team) => ({
      team,
      temper: tempers[team] ?? '',
      players: (state.teams[team]?.squad ?? []).flatMap((id) => squadPlayer(state, cast, id) ?? []),
    })),
  }
}

function squadPlayer(state: Simulated['state'], { listed }: SimulationCast, id: string): SquadPlayer | null {
  const status = state.players[id]?.status
  const { name = id, role = null, country = null } = listed.get(id) ?? {}
  const said = saidIn(state.rules.currency)
  if (status?.is === 'retained') {
    const price = said(status.amount)
    return { name, role, country, price, debit: said(status.debit), fee: price, levy: 0, via: 'retained' }
  }
  if (status?.is !== 'sold') return null
  const { amount, debit, fee, levy, via } = status
  return {
    ...{ name, role, country, price: said(amount), debit: said(debit), fee: said(fee), levy: said(levy) },
    via,
  }
}

/** Bids above the next price of the ladder. */
function jumpsIn({ entries, state }: Pick<Simulated, 'entries' | 'state'>): number {
  const next = new Map<number, number>()
  let jumps = 0
  for (const entry of entries) {
    if (entry.type === 'LotOpened') next.set(entry.lot, entry.base)
    if (entry.type !== 'BidPlaced') continue
    if (entry.amount > (next.get(entry.lot) ?? 0)) jumps += 1
    next.set(entry.lot, nextPrice(state.rules, entry.amount))
  }
  return jumps
}

/** The report for a person. */
export function printSimulation(report: SimulationReport, simulated: Simulated, tookMs: number): void {
  const { state, entries } = simulated
  const { currency } = state.rules
  const money = (said: number) => formatMoney(amountsOf(currency)(said), currency)
  const rows = report.teams.map((team, index) => [
    team.team,
    report.squads[index]?.temper ?? '',
    team.players,
    money(team.spent),
    money(team.purseLeft),
    dearest(report.squads[index]?.players ?? [], money),
  ])
  say(table([['Team', 'Temper', 'Bought', 'Spent', 'Left', 'Dearest'], ...rows]))
  say()
  const hours = ((entries.at(-1)?.atMs ?? 0) - (entries[0]?.atMs ?? 0)) / 3_600_000
  say(
    `${report.sold} sold, ${report.unsold} unsold, ${report.notCalled} not called; ${report.entries} entries, ${report.jumps} jumps; ${hours.toFixed(1)} hours of an auction in ${(tookMs / 1_000).toFixed(1)} s.`,
  )
  const happened = [
    ['claims of a right to match', 'MatchClaimed'],
    ['tie-breaks', 'TieBreakOffered'],
    ['calls for names', 'NamesClosed'],
    ['players called back', 'PlayerRecalled'],
    ['turns to name a player missed', 'TurnMissed'],
  ] as const
  for (const [words, type] of happened) {
    const count = entries.filter((entry) => entry.type === type).length
    if (count > 0) say(`${count} ${words}.`)
  }
  for (const { team, held, min } of shortSquads(state)) say(`${team} has ${held} of at least ${min} players.`)
  for (const { text } of report.guesses) say(`  ${text}`)
}

function dearest(players: readonly SquadPlayer[], money: (said: number) => string): string {
  const first = players.reduce<SquadPlayer | null>((best, p) => (best && best.price >= p.price ? best : p), null)
  return first ? `${first.name} ${money(first.price)}` : ''
}
