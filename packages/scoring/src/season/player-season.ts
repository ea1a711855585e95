// What a player did over a season in the sports that have no book of their own for it (FIGURES-2).
import { gameScores } from '../badminton/score.ts'
import { scorers } from '../football/views.ts'
import { defenders, raiders } from '../kabaddi/views.ts'
import { type MatchState, outcomeOf } from '../match/state.ts'
import { setsWon } from '../sets/sets.ts'
import { type BySide, otherSide, type PlayerId, type Side } from '../sport.ts'
import { type PlayOf, type ScoredSport, type ScoreOf, sportOf } from '../sports.ts'
import { servers } from '../volleyball/views.ts'

/** One number of a season, in the sport's words. `costs`: what a price is spread over: so many of `what`. */
type SeasonFact = {
  readonly name: string
  readonly stands: string
  readonly costs?: { readonly what: string; readonly count: number }
}

export type PlayerSeason = { readonly matches: number; readonly facts: readonly SeasonFact[] }

/** A match that the player began or came into. `won`: null while it goes on, and where nobody won. */
type Played<Id extends ScoredSport> = {
  readonly score: ScoreOf<Id>
  readonly plays: readonly PlayOf<Id>[]
  readonly side: Side
  readonly won: boolean | null
}

type SeasonSport = Exclude<ScoredSport, 'cricket'>

type Season<Id extends SeasonSport> = {
  /** Everybody who began or came on, by side. */
  tookPart(score: ScoreOf<Id>, plays: readonly PlayOf<Id>[]): BySide<ReadonlySet<PlayerId>>
  facts(player: PlayerId, matches: readonly Played<Id>[]): readonly SeasonFact[]
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)
const counted = (name: string, count: number, what?: string): SeasonFact => ({
  ...{ name, stands: String(count) },
  ...(what !== undefined && { costs: { what, count } }),
})
const wins = (matches: readonly { won: boolean | null }[]): number => matches.filter(({ won }) => won === true).length
const bySide = (of: (side: Side) => Iterable<PlayerId>): BySide<ReadonlySet<PlayerId>> => ({
  home: new Set(of('home')),
  away: new Set(of('away')),
})

const football: Season<'football'> = {
  tookPart: ({ setup }, plays) =>
    bySide((side) => [
      ...setup.sides[side].players,
      ...plays.flatMap((play) =>
        play.type === 'Substitution' && play.side === side ? play.changes.map(({ on }) => on) : [],
      ),
    ]),
  facts: (player, matches) => {
    const rows = matches.flatMap(({ plays }) => scorers(plays).filter((row) => row.player === player))
    const cards = matches.flatMap(({ plays }) =>
      plays.flatMap((play) => (play.type === 'Card' && play.player === player ? [play.colour] : [])),
    )
    return [
      counted('Won', wins(matches)),
      counted(
        'Goals',
        sum(rows, ({ goals }) => goals),
        'A goal',
      ),
      counted(
        'Assists',
        sum(rows, ({ assists }) => assists),
      ),
      counted('Yellow cards', cards.filter((colour) => colour === 'yellow').length),
      counted('Sent off', cards.filter((colour) => colour !== 'yellow').length),
    ]
  },
}

const badminton: Season<'badminton'> = {
  tookPart: ({ setup }) => bySide((side) => setup.sides[side].players),
  facts: (_, matches) => {
    const games = matches.flatMap(({ score, side }) => gameScores(score).map((game) => ({ game, side })))
    const ended = matches.map(({ score, side }) => ({ won: setsWon(score.games), side }))
    const pair = (name: string, mine: number, theirs: number): SeasonFact => ({ name, stands: `${mine}–${theirs}` })
    return [
      counted('Won', wins(matches), 'A match won'),
      pair(
        'Games',
        sum(ended, ({ won, side }) => won[side]),
        sum(ended, ({ won, side }) => won[otherSide(side)]),
      ),
      pair(
        'Points',
        sum(games, ({ game, side }) => game[side]),
        sum(games, ({ game, side }) => game[otherSide(side)]),
      ),
    ]
  },
}

const volleyball: Season<'volleyball'> = {
  tookPart: ({ setup }, plays) => {
    const handedIn = plays.some((play) => play.type === 'SetStart' && (play.lineups.home || play.lineups.away))
    return bySide((side) => [
      ...(handedIn ? [] : setup.sides[side].players),
      ...plays.flatMap((play) => onCourtBy(play, side)),
    ])
  },
  facts: (player, matches) => {
    const rows = matches.flatMap(({ plays }) => servers(plays).filter((row) => row.player === player))
    const serves = sum(rows, (row) => row.serves)
    const points = sum(rows, (row) => row.points)
    return [
      counted('Won', wins(matches)),
      counted(
        'Sets',
        sum(matches, ({ plays, side }) => setsOf(player, side, plays)),
      ),
      counted('Serves', serves),
      counted('Points on serve', points, 'A point on serve'),
      { name: 'Points a serve', stands: serves === 0 ? '–' : (points / serves).toFixed(2) },
    ]
  },
}

/** Whom a play brings on court. */
function onCourtBy(play: PlayOf<'volleyball'>, side: Side): readonly PlayerId[] {
  if (play.type === 'SetStart') return play.lineups[side] ?? []
  if (play.type === 'Substitution' && play.side === side) return [play.on]
  return play.type === 'LiberoIn' && play.side === side ? [play.libero] : []
}

/** In how many sets somebody stood on court. */
function setsOf(player: PlayerId, side: Side, plays: readonly PlayOf<'volleyball'>[]): number {
  const starts = plays.flatMap((play, at) => (play.type === 'SetStart' ? [at] : []))
  const sets = starts.map((start, n) => plays.slice(start, starts[n + 1]))
  return sets.filter((set) => set.some((play) => onCourtBy(play, side).includes(player))).length
}

const kabaddi: Season<'kabaddi'> = {
  tookPart: ({ setup, rules }, plays) =>
    bySide((side) => [
      ...setup.sides[side].players.slice(0, rules.players),
      ...plays.flatMap((play) => (play.type === 'Substitution' && play.side === side ? [play.on] : [])),
    ]),
  facts: (player, matches) => {
    const raids = matches.flatMap(({ score, plays }) =>
      raiders(score.rules, plays).filter((row) => row.player === player),
    )
    const tackles = matches.flatMap(({ score, plays }) =>
      defenders(score.rules, plays).filter((row) => row.player === player),
    )
    const [raidPoints, tacklePoints] = [sum(raids, ({ points }) => points), sum(tackles, ({ points }) => points)]
    return [
      counted('Won', wins(matches)),
      counted('Points', raidPoints + tacklePoints, 'A point'),
      counted(
        'Raids',
        sum(raids, (row) => row.raids),
      ),
      counted('Raid points', raidPoints),
      counted(
        'Super raids',
        sum(raids, ({ superRaids }) => superRaids),
      ),
      counted('Tackle points', tacklePoints),
      counted(
        'Super tackles',
        sum(tackles, ({ superTackles }) => superTackles),
      ),
    ]
  },
}

const SEASONS: { readonly [Id in SeasonSport]: Season<Id> } = { football, badminton, volleyball, kabaddi }

/** A season hands a sport only what is of the same sport, which the types cannot say. */
const seasonOf = (sport: SeasonSport) => SEASONS[sport] as unknown as Season<SeasonSport>

/** A player's figures over matches of one sport; null where he began none and came into none. */
export function playerSeason(
  sport: SeasonSport,
  player: PlayerId,
  matches: readonly Pick<MatchState, 'score' | 'plays' | 'phase'>[],
): PlayerSeason | null {
  const season = seasonOf(sport)
  const played = matches.flatMap((match): Played<SeasonSport>[] => {
    const score = match.score as ScoreOf<SeasonSport>
    const plays = match.plays.map(({ play }) => play as PlayOf<SeasonSport>)
    const took = season.tookPart(score, plays)
    const side = took.home.has(player) ? 'home' : took.away.has(player) ? 'away' : null
    if (side === null || plays.length === 0) return []
    const outcome = outcomeOf(match.phase, sportOf(sport).outcome(match.score))
    const won = outcome.is === 'open' || outcome.winner === null ? null : outcome.winner === side
    return [{ score, plays, side, won }]
  })
  return played.length === 0 ? null : { matches: played.length, facts: season.facts(player, played) }
}
