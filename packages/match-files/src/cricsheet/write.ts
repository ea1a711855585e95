// A match as cricsheet JSON 1.1 (WRITE-1, WRITE-2).
import {
  type BySide,
  type CricketScore,
  type CricketSetup,
  cricketResult,
  oversText,
  type PlayerId,
  type Side,
  scores,
} from '@gavel/scoring'
import { Pages } from './pages.ts'
import type { CricketImport } from './read.ts'
import type { CricsheetFile, CricsheetInfo, CricsheetInnings } from './schema.ts'

/** What is written out: a match with the names of its people and teams, and what is said beside the score. */
export type Written = Pick<CricketImport, 'names' | 'about'> & {
  readonly state: Pick<CricketImport['state'], 'rules' | 'setup' | 'score' | 'plays'>
}

/**
 * The match in the format that cricsheet.org describes: reading it again gives the same score, and writing what was read gives the same file
 * but for what only one of the two can say. People are written by their names.
 */
export function writeCricsheet({ state, names, about }: Written): CricsheetFile {
  const { rules, setup, score, plays } = state
  const name = (id: PlayerId) => names[id] ?? id
  const teams: BySide<string> = { home: name(setup.sides.home.team), away: name(setup.sides.away.team) }
  const played = plays.map(({ play }) => play)
  const pages = new Pages(name, (side) => teams[side])
  let before: CricketScore | null = null
  let at = -1
  for (const after of scores(rules, setup, played)) {
    const play = played[at]
    if (before && play) pages.add(before, play, after)
    before = after
    at += 1
  }
  const { meta, player_of_match: best, players: listed, ...said } = about
  const info: CricsheetInfo = {
    ...said,
    ...(best ? { player_of_match: [...best] } : {}),
    balls_per_over: rules.ballsPerOver,
    ...(rules.overs === null ? {} : { overs: rules.overs }),
    teams: [teams.home, teams.away],
    players: Object.fromEntries(
      SIDES.map((side) => [teams[side], inOrder(score.players[side].map(name), listed?.[teams[side]] ?? [])]),
    ),
    registry: { people: registryOf(names) },
    ...officialsOf(setup, name),
    ...(setup.toss ? { toss: { winner: teams[setup.toss.winner], decision: setup.toss.chose } } : {}),
    ...outcomeOf(score, teams, name),
  }
  return { meta: { ...meta, data_version: '1.1.0' }, info, innings: pages.innings(score).map(withTarget(score)) }
}

const SIDES = ['home', 'away'] as const satisfies readonly Side[]

/** Names in the order of a list; who is not in it comes last. */
function inOrder(names: readonly string[], list: readonly string[]): string[] {
  const place = (name: string) => (list.includes(name) ? list.indexOf(name) : list.length)
  return names.toSorted((a, b) => place(a) - place(b))
}

/** Ids that a registry can hold. */
const registryOf = (names: Readonly<Record<PlayerId, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([id, name]) => (/^[0-9a-f]{8}$/.test(id) ? [[name, id]] : [])))

function officialsOf({ officials }: CricketSetup, name: (id: PlayerId) => string): Pick<CricsheetInfo, 'officials'> {
  if (!officials || officials.length === 0) return {}
  const roles = Map.groupBy(officials, ({ role }) => role)
  return {
    officials: Object.fromEntries([...roles].map(([role, held]) => [role, held.map(({ person }) => name(person))])),
  }
}

/** A chase tells its target, in overs as books write them. */
const withTarget =
  ({ innings, rules }: CricketScore) =>
  (page: CricsheetInnings, index: number): CricsheetInnings => {
    const { target, limit, superOver } = innings[index] ?? {}
    if (!target || !limit || superOver !== 0 || rules.inningsEach !== 1) return page
    const overs = Number(oversText(limit.overs * rules.ballsPerOver + limit.balls, rules.ballsPerOver))
    return { ...page, target: { overs, runs: target.runs } }
  }

type Outcome = Pick<CricsheetInfo, 'outcome' | 'bowl_out'>

function outcomeOf(score: CricketScore, teams: BySide<string>, name: (id: PlayerId) => string): Outcome {
  const result = cricketResult(score)
  switch (result.is) {
    case 'open':
      return {}
    case 'no-result':
      return { outcome: { result: 'no result' } }
    case 'drawn':
      return { outcome: { result: 'draw' } }
    case 'tied':
      return { outcome: { result: 'tie' } }
    case 'awarded':
      return { outcome: { winner: teams[result.winner], method: result.conceded ? 'Conceded' : 'Awarded' } }
    case 'won': {
      const { winner, by, method } = result
      return { outcome: { winner: teams[winner], ...(by ? { by } : {}), ...(method === null ? {} : { method }) } }
    }
    case 'decided':
      return result.how === 'bowl-out'
        ? bowlOutOf(score, teams, result.winner, name)
        : { outcome: { result: 'tie', eliminator: teams[result.winner] } }
    default:
      return result satisfies never
  }
}

function bowlOutOf(
  { bowlOut }: CricketScore,
  teams: BySide<string>,
  winner: Side,
  name: (id: PlayerId) => string,
): Outcome {
  const bowls = bowlOut.map(({ bowler, scored }) => ({
    bowler: name(bowler),
    outcome: scored ? ('hit' as const) : ('miss' as const),
  }))
  return { outcome: { result: 'tie', bowl_out: teams[winner] }, ...(bowls.length > 0 ? { bowl_out: bowls } : {}) }
}
