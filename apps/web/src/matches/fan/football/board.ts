import {
  ahead,
  type FootballPlay,
  type FootballScore,
  footballResult,
  type Names,
  otherSide,
  type Side,
} from '@gavel/scoring'
import type { Moment } from '../moments.ts'
import type { Board } from '../sport-page.ts'
import { endWords, minuteMark } from './events.ts'

/** Where a match of football stands, with who has scored beneath either side; without the plays nobody is named. */
export function footballBoard(score: FootballScore, names: Names, all: readonly Moment<'football'>[] = []): Board {
  const plays = all.map(({ written }) => written.play)
  const { goals, kicks, halfTime, fullTime } = footballResult(score)
  const { period, running, ended, setup } = score
  const begun = period !== null
  return {
    rows: (['home', 'away'] as const).map((side) => ({
      side,
      score: begun ? String(goals[side]) : null,
      more: kicks ? `${kicks[side]} on kicks` : null,
      doing: null,
      under: goalsOf(plays, side, names),
    })),
    says: saysOf(score, names),
    details: [
      ...(ended || running || period === null ? [] : [endWords(period)]),
      ...(halfTime && period !== 'first' ? [`half-time ${halfTime.home}-${halfTime.away}`] : []),
      ...(fullTime && period !== 'second' && begun ? [`full time ${fullTime.home}-${fullTime.away}`] : []),
      ...(setup.aggregate ? [`first leg ${setup.aggregate.home}-${setup.aggregate.away}`] : []),
    ],
  }
}

function saysOf(score: FootballScore, names: Names): string {
  const { goals, kicks } = footballResult(score)
  const { period, ended, setup } = score
  if (period === null) return 'Before kick-off'
  const tie = setup.knockout && setup.aggregate
  const of = kicks && ahead(kicks) ? kicks : goals
  const leader = ahead(of)
  if (!ended) return leader && of === goals ? `${names.team(leader)} lead` : of === kicks ? 'Kicks decide' : 'Level'
  if (tie) {
    const both = { home: goals.home + tie.home, away: goals.away + tie.away }
    const through = ahead(both) ?? leader
    if (through) return `${names.team(through)} go through, ${both[through]}-${both[otherSide(through)]} over both legs`
  }
  if (!leader) return `Draw, ${goals.home} all`
  return `${names.team(leader)} won ${of[leader]}-${of[otherSide(leader)]}${of === kicks ? ' on kicks' : ''}`
}

/** `Sallow 12′, 45+2′ (pen)`: each scorer once, in the order of the first goal. */
function goalsOf(plays: readonly FootballPlay[], side: Side, names: Names): readonly string[] {
  const rows = new Map<string, string[]>()
  for (const play of plays) {
    if (play.type !== 'Goal' || play.side !== side) continue
    const scorer = play.scorer === null ? 'Goal' : names.player(play.scorer)
    const how = play.how === 'penalty' ? ' (pen)' : play.how === 'own' ? ' (og)' : ''
    rows.set(scorer, [...(rows.get(scorer) ?? []), `${minuteMark(play.at)}${how}`.trim()])
  }
  return [...rows].map(([scorer, goals]) => [scorer, goals.filter(Boolean).join(', ')].filter(Boolean).join(' '))
}
