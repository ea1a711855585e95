import { type Event, type FromGroup, type FromMatch, type Match, type MatchSide, newId } from '@gavel/db'
import type { BySide, RulesOf, ScoredSport } from '@gavel/scoring'
import { blankSetup } from './sports.ts'

type Made = {
  sport: ScoredSport
  rules: RulesOf<ScoredSport>
  sides: BySide<MatchSide>
  knockout?: boolean
} & Partial<Pick<Match, 'id' | 'round' | 'number' | 'startsAtMs' | 'timeZone' | 'venue'>>

/** A side of which it is not known yet who it is. */
export const openSide = (from: FromMatch | FromGroup): MatchSide => ({
  ...{ team: null, name: from.called, short: '', colour: '#808080' },
  from,
})

/** Nobody is named before it is known who plays. */
const sheet = ({ team }: MatchSide) => ({ team: team ?? '', players: [] })

/** The line-ups of a match before anybody is chosen. */
export const blankFor = (sport: ScoredSport, { home, away }: BySide<MatchSide>, knockout: boolean) =>
  blankSetup(sport, { home: sheet(home), away: sheet(away) }, knockout)

/** Whether a level match is decided, as its line-ups say where the sport asks. */
export const isKnockout = ({ setup }: Pick<Match, 'setup'>): boolean =>
  typeof setup === 'object' && setup !== null && 'knockout' in setup && setup.knockout === true

/** A match of an event, not begun. */
export const newMatch = (
  event: Pick<Event, 'id' | 'timeZone' | 'venue'>,
  { knockout = false, ...made }: Made,
): Match => ({
  id: newId(),
  eventId: event.id,
  origin: 'live',
  round: null,
  number: 1,
  startsAtMs: null,
  timeZone: event.timeZone,
  venue: event.venue,
  setup: blankFor(made.sport, made.sides, knockout),
  people: [],
  status: 'scheduled',
  log: 'none',
  stands: null,
  importedFrom: null,
  createdAtMs: Date.now(),
  ...made,
})
