import {
  type BySide,
  couldEnd,
  leaderBySets,
  matchWinner,
  setScores,
  setsCouldBe,
  setsWon,
  VOLLEYBALL_FORMATS,
  type VolleyballPlay,
  type VolleyballRules,
  type VolleyballSetup,
  volleyball,
} from '@gavel/scoring'
import { bookOf, type Imported, type Oddity, TEAMS } from '../imported.ts'
import { Refused } from '../refused.ts'
import { headerOf } from './header.ts'
import { type ScoutedSet, scoutedSets } from './scout.ts'
import { sectionsOf } from './sections.ts'

export type VolleyballImport = Imported<'volleyball'>

/** A match of a DataVolley scout file (.dvw), from its point lines. */
export function readVolleyball(text: string): VolleyballImport {
  const sections = sectionsOf(text)
  const header = headerOf(sections)
  const scouted = scoutedSets(sections)
  const sets = scouted.length > 0 ? scouted : header.sets.map(untold)
  if (sets.length === 0) throw new Refused('NO_MATCH', '[3SCOUT]')
  refuseCutOff(sets, header.sets)
  const rules = formatOf(sets)
  const setup: VolleyballSetup = {
    firstServer: null,
    liberos: header.liberos,
    sides: {
      home: { team: TEAMS.home, players: header.sheets.home },
      away: { team: TEAMS.away, players: header.sheets.away },
    },
  }
  const called = rules.target === null
  const plays = sets.flatMap((set): VolleyballPlay[] => {
    const ends = called && (set.closed || set !== sets.at(-1)) && set.score.home !== set.score.away
    const kept = set.plays.map((play) => fitting(play, rules))
    return ends ? [...kept, { type: 'SetCalled' }] : kept
  })
  const names = { [TEAMS.home]: header.teams.home, [TEAMS.away]: header.teams.away, ...header.players }
  const written = bookOf('volleyball', rules, setup, names, plays, [
    ...(called ? [{ code: 'OWN_FORMAT', where: 'the match' } as const] : []),
    ...sets.flatMap((set) => set.oddities),
    ...headerDiffers(sets, header.sets),
  ])
  const outcome = volleyball.outcome(written.state.score)
  return {
    ...written,
    about: header.about,
    winner: outcome.is === 'ended' ? outcome.winner : called ? leaderBySets(setScores(written.state.score)) : null,
  }
}

/** Line-ups of another number than the format's check nobody's turn. */
function fitting(play: VolleyballPlay, rules: VolleyballRules): VolleyballPlay {
  if (play.type !== 'SetStart') return play
  const { home, away } = play.lineups
  const fits = (lineup: typeof home) => (lineup?.length === rules.onCourt ? lineup : null)
  return { ...play, lineups: { home: fits(home), away: fits(away) } }
}

/** A set of which the file holds the score alone. */
function untold(score: BySide<number>, at: number): ScoutedSet {
  const [less, more] = score.home < score.away ? (['home', 'away'] as const) : (['away', 'home'] as const)
  const points = [less, more].flatMap((side) =>
    Array.from({ length: score[side] }, (): VolleyballPlay => ({ type: 'PointGiven', side })),
  )
  const oddity = { code: 'NO_RALLIES', where: `set ${at + 1}` } as const
  return { number: at + 1, plays: points, score, closed: true, oddities: [oddity] }
}

/** A file whose head knows of more sets, or of more points in the last one, has lost its end. */
function refuseCutOff(sets: readonly ScoutedSet[], told: readonly BySide<number>[]): void {
  const last = sets.at(-1)
  const head = told[sets.length - 1]
  if (!last) return
  const short = head && !last.closed && last.score.home + last.score.away < head.home + head.away
  if (!short && told.length <= sets.length) return
  const at = short ? head : told[sets.length]
  const ends = short ? `the rallies end at ${last.score.home}-${last.score.away}` : 'there is no rally of it'
  throw new Refused('TRUNCATED', `set ${short ? sets.length : sets.length + 1}`, {
    why: `the head says ${at?.home}-${at?.away}, ${ends}`,
  })
}

function headerDiffers(sets: readonly ScoutedSet[], told: readonly BySide<number>[]): readonly Oddity[] {
  return sets.flatMap(({ number, score }, at) => {
    const head = told[at]
    if (head && head.home === score.home && head.away === score.away) return []
    return head ? [{ code: 'HEADER_DIFFERS', where: `set ${number}` }] : []
  })
}

/** The first format in which the sets are a whole match; else the first in which they may be part of one; else the sets as called. */
function formatOf(sets: readonly ScoutedSet[]): VolleyballRules {
  const scores = sets.map((set) => set.score)
  const formats = [VOLLEYBALL_FORMATS.indoor, VOLLEYBALL_FORMATS['best-of-3'], VOLLEYBALL_FORMATS.beach]
  const last = sets.at(-1)
  // A last set that the scout closed has ended; else it may still go on.
  const ended = (rules: VolleyballRules) => !last?.closed || couldEnd(rules, sets.length, last.score)
  const fits = formats.filter((rules) => setsCouldBe(rules, scores) && ended(rules))
  const whole = fits.find((rules) => matchWinner(rules, setsWon(scores)) !== null)
  return whole ?? fits[0] ?? VOLLEYBALL_FORMATS.called
}
