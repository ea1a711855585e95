import {
  type BySide,
  badmintonTable,
  type CricketScore,
  cricketTable,
  type Deduction,
  footballTable,
  kabaddiPoints,
  kabaddiTable,
  type RulesOf,
  type ScoredSport,
  type ScoreOf,
  type Side,
  TWO_FOR_A_WIN,
  volleyballTable,
} from '@gavel/scoring'

/** A column beside the team. `short` is its head, `name` what it means; `strong`: what the order goes by first. */
export type TableColumn = { readonly short: string; readonly name: string; readonly strong?: boolean }

/** The standing of one league or group. `cells` are in the order of the columns. */
export type Standing = {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly { readonly team: string; readonly cells: readonly string[] }[]
  /** How the order is made, in a sentence. */
  readonly explains: string
}

/** An ended match for a table. `winner`: as the officials confirmed it. */
export type Counted<Id extends ScoredSport> = {
  readonly teams: BySide<string>
  readonly score: ScoreOf<Id>
  readonly winner: Side | null
}

type TableOf<Id extends ScoredSport> = (
  rules: RulesOf<Id>,
  teams: readonly string[],
  counted: readonly Counted<Id>[],
  taken: readonly Deduction[],
) => Standing

const column = (short: string, name: string): TableColumn => ({ short, name })
const POINTS = { short: 'Pts', name: 'Points', strong: true }
const PLAYED = column('P', 'Played')
const WON = column('W', 'Won')
const LOST = column('L', 'Lost')

const signed = (n: number, digits = 0): string => `${n > 0 ? '+' : ''}${n.toFixed(digits)}`
const meeting = ({ teams, winner }: Counted<ScoredSport>, score: BySide<number>) => ({ ...teams, score, winner })

type Row = { team: string; played: number; won: number; lost: number; points: number; scored: number; conceded: number }

/** The cells of a sport that is won by what is scored. */
const byScores = ({ team, ...row }: Row & { level: number }): Standing['rows'][number] => ({
  team,
  cells: [
    ...[row.played, row.won, row.level, row.lost, row.scored, row.conceded].map(String),
    signed(row.scored - row.conceded),
    String(row.points),
  ],
})

/** The cells of a sport that is won by sets, or games, of points. */
const bySets = ({ team, ...row }: Row & { rallies: number; ralliesLost: number }): Standing['rows'][number] => ({
  team,
  cells: [
    ...[row.played, row.won, row.lost].map(String),
    ...[`${row.scored}-${row.conceded}`, `${row.rallies}-${row.ralliesLost}`, String(row.points)],
  ],
})

/** A result that an official gave beside the plays counts as given, and as nothing for the net run rate. */
const asGiven = ({ score, winner }: Counted<'cricket'>): CricketScore =>
  winner !== null && score.verdict === null && score.innings.length === 0
    ? { ...score, verdict: { is: 'awarded', winner } }
    : score

const TABLES: { readonly [Id in ScoredSport]: TableOf<Id> } = {
  cricket: (_, teams, counted, taken) => ({
    columns: [
      ...[PLAYED, WON, LOST, column('T', 'Tied'), column('NR', 'No result'), POINTS],
      column('NRR', 'Net run rate: runs an over less runs conceded an over'),
    ],
    rows: cricketTable(
      teams,
      counted.map((one) => ({ teams: one.teams, score: asGiven(one) })),
      TWO_FOR_A_WIN,
      taken,
    ).map((row) => ({
      team: row.team,
      cells: [
        ...[row.played, row.won, row.lost, row.tied, row.noResult, row.points].map(String),
        signed(row.netRunRate, 3),
      ],
    })),
    explains:
      'Two points for a win, one for a tie or no result; then net run rate, in which a side that is bowled out is charged all its overs.',
  }),
  football: ({ table }, teams, counted, taken) => ({
    columns: [
      ...[PLAYED, WON, column('D', 'Drawn'), LOST, column('GF', 'Goals for'), column('GA', 'Goals against')],
      ...[column('GD', 'Goal difference'), POINTS],
    ],
    rows: footballTable(
      table,
      teams,
      counted.map(({ teams: sides, score }) => ({ ...sides, score: score.goals })),
      taken,
    ).map(byScores),
    explains: `${table.win} points for a win, ${table.draw} for a draw; then ${table.order.join(', ').replaceAll('-', ' ')}.`,
  }),
  badminton: (_, teams, counted, taken) => ({
    columns: [PLAYED, WON, LOST, column('G', 'Games won and lost'), column('R', 'Points won and lost'), POINTS],
    rows: badmintonTable(
      teams,
      counted.map(({ teams: sides, score, winner }) => ({ ...sides, games: score.games, winner })),
      taken,
    ).map(bySets),
    explains: 'A point for a match won; then games, then rallies.',
  }),
  volleyball: (rules, teams, counted, taken) => ({
    columns: [PLAYED, WON, LOST, column('S', 'Sets won and lost'), column('R', 'Points won and lost'), POINTS],
    rows: volleyballTable(
      rules,
      teams,
      counted.map(({ teams: sides, score, winner }) => ({ ...sides, sets: score.sets, winner })),
      taken,
    ).map(bySets),
    explains:
      'A win in fewer sets is worth more, and a full-length match something to who loses it; then wins, sets and points.',
  }),
  kabaddi: ({ table }, teams, counted, taken) => ({
    columns: [
      ...[PLAYED, WON, column('T', 'Tied'), LOST, column('F', 'Points scored'), column('A', 'Points conceded')],
      ...[column('D', 'Difference'), POINTS],
    ],
    rows: kabaddiTable(
      table,
      teams,
      counted.map((one) => meeting(one, kabaddiPoints(one.score))),
      taken,
    ).map(byScores),
    explains: `${table.win} points for a win, ${table.tie} for a tie${
      table.closeLoss ? `, ${table.closeLoss.points} for a loss by ${table.closeLoss.within} or fewer` : ''
    }; then the difference of scores.`,
  }),
}

/** The standing of a league or a group of one sport, by the rules of its first match. `taken`: points that the organiser took from teams. */
export const seasonTable = <Id extends ScoredSport>(
  sport: Id,
  rules: RulesOf<Id>,
  teams: readonly string[],
  counted: readonly Counted<Id>[],
  taken: readonly Deduction[],
): Standing => TABLES[sport](rules, teams, counted, taken)
