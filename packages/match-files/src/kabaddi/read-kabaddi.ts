import {
  type BySide,
  KABADDI_FORMATS,
  type KabaddiPlay,
  type KabaddiRules,
  type KabaddiSetup,
  kabaddi,
  kabaddiPoints,
  type PlayerId,
  raidWorth,
  type Side,
} from '@gavel/scoring'
import { bookOf, type Imported, type Oddity, TEAMS } from '../imported.ts'
import { Refused, shown } from '../refused.ts'
import { isRecord, parsedBy } from '../shape.ts'
import { pointsIn, raidOf } from './raid.ts'
import { KabaddiEvent, KabaddiMatch, type KabaddiTeam } from './schema.ts'

export type KabaddiImport = Imported<'kabaddi'>

/** The part of a value that holds the match: a page of the match centre has it under `gameData`. */
export function kabaddiIn(value: unknown): unknown {
  if (!isRecord(value)) return null
  const inner = isRecord(value.gameData) ? value.gameData : value
  return isRecord(inner.events) && 'event' in inner.events && 'teams' in inner ? inner : null
}

/** A match of the Pro Kabaddi League from its play by play. The team that the file calls home is at home. */
export function readKabaddi(value: unknown): KabaddiImport {
  const file = parsedBy(KabaddiMatch, kabaddiIn(value) ?? value, '')
  const events = inOrder(file.events.event.map((event, at) => parsedBy(KabaddiEvent, event, `event ${at + 1}`)))
  const teams = teamsOf(file.teams.team, file.teams.home_team_id)
  const reader = new EventReader(teams)
  for (const event of events) reader.read(event)
  const { plays, oddities } = reader.end()
  const extra = Math.max(0, reader.halves - 2)
  const rules: KabaddiRules =
    extra > 0 ? { ...KABADDI_FORMATS.pkl, extra: { halves: extra, minutes: 3 } } : KABADDI_FORMATS.pkl
  const setup: KabaddiSetup = {
    knockout: extra > 0,
    sides: {
      home: { team: TEAMS.home, players: seven(teams.home) },
      away: { team: TEAMS.away, players: seven(teams.away) },
    },
  }
  const names = { ...playersOf(teams), [TEAMS.home]: teams.home.name.trim(), [TEAMS.away]: teams.away.name.trim() }
  const written = bookOf('kabaddi', rules, setup, names, plays, [...oddities, ...totalsDiffer(teams, plays)])
  const outcome = kabaddi.outcome(written.state.score)
  const told = sideOf(teams, file.match_detail?.result?.winning_team_id ?? null)
  const { home, away } = kabaddiPoints(written.state.score)
  return {
    ...written,
    about: {
      title: file.match_detail?.series?.name ?? null,
      date: file.match_detail?.date ?? null,
      venue: file.match_detail?.venue?.name ?? null,
    },
    // A level match that somebody won went to a tie-break or a toss that the file does not hold.
    winner: home === away ? told : outcome.is === 'ended' ? outcome.winner : null,
  }
}

/** By number where every event has one of its own: the file writes substitutions down late. */
function inOrder(events: readonly KabaddiEvent[]): readonly KabaddiEvent[] {
  const numbers = new Set(events.map((event) => Number(event.event_no ?? Number.NaN)))
  const numbered = numbers.size === events.length && !numbers.has(Number.NaN)
  return numbered ? events.toSorted((a, b) => Number(a.event_no) - Number(b.event_no)) : events
}

function teamsOf(teams: readonly KabaddiTeam[], home: string | null): BySide<KabaddiTeam> {
  const [first, second] = teams
  if (!first || !second) throw new Refused('MISSING', 'teams', { what: 'a team' })
  if (first.id === second.id) throw new Refused('BAD_VALUE', 'teams', { what: 'id', value: shown(first.id) })
  return second.id === home ? { home: second, away: first } : { home: first, away: second }
}

function sideOf(teams: BySide<KabaddiTeam>, id: string | null): Side | null {
  if (id === null) return null
  return teams.home.id === id ? 'home' : teams.away.id === id ? 'away' : null
}

/** Who begin, where the file names seven of them; else nobody is checked. */
function seven(team: KabaddiTeam): readonly PlayerId[] {
  const starters = team.squad.filter((player) => player.starter === true).map((player) => player.id)
  return starters.length === KABADDI_FORMATS.pkl.players ? starters : []
}

function playersOf(teams: BySide<KabaddiTeam>): Record<PlayerId, string> {
  const squads = [...teams.home.squad, ...teams.away.squad]
  return Object.fromEntries(squads.map((player) => [player.id, player.name?.trim() || `No. ${player.id}`]))
}

function totalsDiffer(teams: BySide<KabaddiTeam>, plays: readonly KabaddiPlay[]): readonly Oddity[] {
  const worth = plays.map((play) =>
    play.type === 'Raid'
      ? raidWorth(KABADDI_FORMATS.pkl, play)
      : { home: 0, away: 0, ...(play.type === 'Technical' && { [play.to]: play.points }) },
  )
  return (['home', 'away'] as const).flatMap((side): Oddity[] => {
    const { score, name } = teams[side]
    const sum = worth.reduce((total, one) => total + one[side], 0)
    if (score === null || score === undefined || score === '' || Number(score) === sum) return []
    return [{ code: 'TOTAL_DIFFERS', where: name.trim(), detail: { told: score, sum } }]
  })
}

/** Turns events into plays, half by half. */
class EventReader {
  halves = 0
  private readonly plays: KabaddiPlay[] = []
  private readonly oddities: Oddity[] = []
  private readonly teams: BySide<KabaddiTeam>
  private readonly suspended: { side: Side; player: PlayerId; untilS: number }[] = []
  private clockS = Number.POSITIVE_INFINITY

  constructor(teams: BySide<KabaddiTeam>) {
    this.teams = teams
  }

  end(): { plays: readonly KabaddiPlay[]; oddities: readonly Oddity[] } {
    while (this.halves < 2) this.half(this.halves + 1)
    this.plays.push({ type: 'HalfEnd' })
    return { plays: this.plays, oddities: this.oddities }
  }

  read(event: KabaddiEvent): void {
    const where = `event ${event.event_no ?? '?'}`
    this.clock(event)
    const raiding = this.raidingSide(event, where)
    const points = pointsIn(event, raiding ?? 'home')
    const total = points.home + points.away
    if (total > 0 && !raiding) throw new Refused('BAD_VALUE', where, { what: 'a team', value: 'none of the two' })
    if (raiding && (/raid/i.test(event.event) || event.raider_id !== null)) this.raid(event, raiding, points, where)
    else if (raiding && total > 0) this.technical(points, { home: 0, away: 0 }, event.event, where)
    else this.other(event, where)
  }

  private clock(event: KabaddiEvent): void {
    const [, minutes, seconds] = /^(\d{1,2}):(\d{2})$/.exec(event.clock) ?? []
    const atS = minutes === undefined ? this.clockS : Number(minutes) * 60 + Number(seconds)
    // Old files name no half: there the clock, which runs down, jumps back up.
    const jumped = Number.isFinite(this.clockS) && atS > this.clockS + 300
    const half = event.event_half > 0 ? Math.min(event.event_half, 6) : Math.max(1, this.halves + (jumped ? 1 : 0))
    while (this.halves < half) this.half(this.halves + 1)
    this.clockS = atS
    for (const one of this.suspended.filter((one) => atS <= one.untilS)) this.back(one)
  }

  private half(half: number): void {
    if (half > 1) this.plays.push({ type: 'HalfEnd' })
    this.plays.push({ type: 'HalfStart', raiding: null })
    for (const one of [...this.suspended]) this.back(one)
    this.halves = half
    this.clockS = Number.POSITIVE_INFINITY
  }

  private back(one: { side: Side; player: PlayerId; untilS: number }): void {
    this.suspended.splice(this.suspended.indexOf(one), 1)
    this.plays.push({ type: 'Return', side: one.side, player: one.player })
  }

  private raidingSide(event: KabaddiEvent, where: string): Side | null {
    const raiding = sideOf(this.teams, event.raiding_team_id)
    const defending = sideOf(this.teams, event.defending_team_id)
    if (raiding && raiding === defending)
      throw new Refused('BAD_VALUE', where, { what: 'defending_team_id', value: shown(event.defending_team_id ?? '') })
    if (raiding || defending) return raiding ?? (defending === 'home' ? 'away' : 'home')
    const own = event.raiding_team_id === null && event.defending_team_id === null
    return own ? sideOf(this.teams, event.team_id) : null
  }

  private raid(event: KabaddiEvent, raiding: Side, points: BySide<number>, where: string): void {
    const raid = raidOf(event, raiding)
    if (!/^\s*(super |empty |successful |unsuccessful )?(raid|tackle)/i.test(event.event))
      this.odd('UNKNOWN_EVENT', where)
    this.plays.push(raid)
    this.technical(points, raidWorth(KABADDI_FORMATS.pkl, raid), '', where)
  }

  /** What an event gives beyond what its raid is worth. A raid that is worth more than the file gives is refused. */
  private technical(points: BySide<number>, worth: BySide<number>, why: string, where: string): void {
    for (const to of ['home', 'away'] as const) {
      const more = points[to] - worth[to]
      if (more < 0)
        throw new Refused('BAD_VALUE', where, { what: 'the points', value: `${points.home}-${points.away}` })
      if (more > 0) this.plays.push({ type: 'Technical', to, points: more, why })
    }
  }

  private other(event: KabaddiEvent, where: string): void {
    const side = sideOf(this.teams, event.team_id) ?? this.sideOfPlayer(event.player_id)
    const colour = /\b(green|yellow|red)\b/i.exec(event.event)?.[1]?.toLowerCase() as 'green' | 'yellow' | 'red'
    if (/substitut/i.test(event.event) && side && event.player_id !== null && event.substituted_by !== null)
      this.plays.push({ type: 'Substitution', side, off: event.player_id, on: event.substituted_by })
    else if (/time\s*-?out/i.test(event.event)) this.plays.push({ type: 'TimeOut', side })
    else if (colour && side) this.card(side, event.player_id, colour)
    else this.odd('UNKNOWN_EVENT', where)
  }

  private card(side: Side, player: PlayerId | null, colour: 'green' | 'yellow' | 'red'): void {
    this.plays.push({ type: 'Card', side, player, colour })
    const TWO_MINUTES = 120
    if (colour === 'yellow' && player !== null) this.suspended.push({ side, player, untilS: this.clockS - TWO_MINUTES })
  }

  private sideOfPlayer(player: PlayerId | null): Side | null {
    const plays = (side: Side) => this.teams[side].squad.some((one) => one.id === player)
    return plays('home') ? 'home' : plays('away') ? 'away' : null
  }

  private odd(code: Oddity['code'], where: string): void {
    this.oddities.push({ code, where })
  }
}
