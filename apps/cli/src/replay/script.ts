import { type MatchImport, TEAMS } from '@gavel/match-files'
import type { MatchState, PlayOf, ScoredSport } from '@gavel/scoring'
import { Failure } from '../failure.ts'

/** A recorded match as it is to be played again. */
export type ReplayScript = {
  readonly state: MatchState
  /** In their order. */
  readonly plays: readonly PlayOf<ScoredSport>[]
  readonly home: string
  readonly away: string
  readonly venue: string
  /** By id, without the teams. */
  readonly names: Readonly<Record<string, string>>
}

/** What a file has to be played. @throws Failure where it holds a season and not a match */
export function scriptOf(match: MatchImport): ReplayScript {
  if (!('state' in match))
    throw new Failure('This file holds a season of results: only the plays of one match can be replayed.')
  const { state, names, about } = match
  const { [state.setup.sides.home.team]: home, [state.setup.sides.away.team]: away, ...others } = names
  return {
    state: state as MatchState,
    plays: state.plays.map(({ play }) => play),
    home: home ?? names[TEAMS.home] ?? 'Home',
    away: away ?? names[TEAMS.away] ?? 'Away',
    venue: about.venue ?? '',
    names: others,
  }
}

/** At the pace of a real match what comes next waits so long, in milliseconds. */
const PACE = { ball: 30_000, over: 60_000, wicket: 90_000, pause: 600_000 } as const

/** How long after this play the next one comes, in a real match. `Delivery` of cricket takes longest; whatever is no ball hardly any. */
export function waitAfter(play: PlayOf<ScoredSport>, next: PlayOf<ScoredSport> | undefined): number {
  if (!next) return 0
  if (
    next.type === 'InningsStart' ||
    next.type === 'SetStart' ||
    next.type === 'HalfStart' ||
    next.type === 'PeriodStart'
  )
    return PACE.pause
  if (play.type === 'Delivery') {
    if (play.wickets && play.wickets.length > 0) return PACE.wicket
    return next.type === 'Delivery' && next.bowler !== play.bowler ? PACE.over : PACE.ball
  }
  return play.type === 'Rally' || play.type === 'Raid' ? PACE.ball : 1_000
}
