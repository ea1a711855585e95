// One innings of a file, ball by ball through the book.
import {
  type CricketPlay,
  type CricketScore,
  cricketNext,
  currentInnings,
  type Delivery,
  type Innings,
  newBatterFaces,
  placeText,
  type Side,
} from '@gavel/scoring'
import type { Book } from '../book.ts'
import type { People } from '../people.ts'
import { Refused } from '../refused.ts'
import { type ReadBall, readBall } from './ball.ts'
import type { CricsheetBall, CricsheetInfo, CricsheetInnings } from './schema.ts'
import { sideOf } from './sides.ts'

export type Reading = { readonly info: CricsheetInfo; readonly people: People; readonly book: Book<'cricket'> }

/** A delivery with its place and what it says of the one after it. */
type Placed = { readonly file: CricsheetBall; readonly over: number; readonly n: number; readonly where: string }

/** Writes all balls of an innings that has begun. `n`: its number, from 1. */
export function readBalls(reading: Reading, innings: CricsheetInnings, n: number): void {
  const balls = placedBalls(innings, n)
  const { info, people } = reading
  const umpireOf = (over: number): { umpire?: string } => {
    const umpire = innings.miscounted_overs?.[String(over)]?.umpire
    return umpire === undefined ? {} : { umpire: people.id(umpire) }
  }
  const read = balls.map(({ file, where }) => readBall(file, people, (team) => sideOf(info, team, where), where))
  for (const [i, placed] of balls.entries()) {
    const before = balls[i - 1]
    if (before && before.over !== placed.over) overEnds(reading, before, umpireOf(before.over))
    else if (before && mayGoOn(reading, innings, placed.over)) overGoesOn(reading, placed, umpireOf(placed.over))
    writeReplacements(reading, placed)
    writeBall(reading, placed, read[i], read[i + 1]?.ball ?? null, balls[i + 1] ?? null)
  }
  const last = balls.at(-1)
  if (last && innings.miscounted_overs?.[String(last.over)]) overEnds(reading, last, umpireOf(last.over))
}

function placedBalls({ overs }: CricsheetInnings, n: number): readonly Placed[] {
  return overs.flatMap(({ over, deliveries }, index) => {
    if (over !== index) throw new Refused('OVERS_OUT_OF_ORDER', `innings ${n}, over ${over}`, { over: index })
    return deliveries.map((file, ball) => ({ file, over, n: ball + 1, where: placeText(n, over, ball + 1) }))
  })
}

const MISCOUNTED = 'The umpire miscounted this over.'

/** The file begins another over: where ours still lacks balls, the umpire called over early. */
function overEnds({ book }: Reading, { over, where }: Placed, by: { umpire?: string }): void {
  const innings = currentInnings(book.score)
  if (!innings || innings.end !== null || innings.over?.n !== over) return
  book.write({ type: 'OverCalled', ...by })
  book.note('MISCOUNTED_OVER', where, MISCOUNTED)
}

/**
 * A ball after the last over of an innings is one too many, unless the file says that the umpire miscounted. Files made of older data never say.
 */
function mayGoOn({ info, book }: Reading, { miscounted_overs: listed }: CricsheetInnings, over: number): boolean {
  const older = info.players === undefined && info.registry === undefined
  return older || listed?.[String(over)] !== undefined || currentInnings(book.score)?.end === null
}

/** The file goes on with an over that is complete by our count. */
function overGoesOn({ book }: Reading, { over, where }: Placed, by: { umpire?: string }): void {
  const innings = currentInnings(book.score)
  if (!innings?.lastOver || innings.over || innings.overs !== over + 1) return
  book.write({ type: 'OverGoesOn', ...by })
  book.note('MISCOUNTED_OVER', where, MISCOUNTED)
}

function writeReplacements({ info, people, book }: Reading, { file, where }: Placed): void {
  const innings = currentInnings(book.score)
  const batting = innings?.batting ?? 'home'
  for (const { team, in: comes, out, reason } of file.replacements?.match ?? []) {
    const side = team === undefined ? sideFor(book.score, batting, people.id(out ?? comes)) : sideOf(info, team, where)
    const leaves = out === undefined ? null : people.id(out)
    book.write({ type: 'Substitute', side, out: leaves, in: people.id(comes), reason: reason ?? 'unknown' })
  }
  for (const { role, in: comes, out, reason } of file.replacements?.role ?? []) {
    if (role !== 'bowler' && role !== 'batter') continue
    const leaves = out === undefined ? null : people.id(out)
    book.write({ type: 'Replace', role, out: leaves, in: people.id(comes), reason: reason ?? 'unknown' })
  }
}

function sideFor({ players }: CricketScore, batting: Side, player: string): Side {
  if (players.home.includes(player)) return 'home'
  return players.away.includes(player) ? 'away' : batting
}

function writeBall(
  reading: Reading,
  placed: Placed,
  read: ReadBall | undefined,
  next: Delivery | null,
  after: Placed | null,
): void {
  const { book } = reading
  if (!read) return
  writeBefore(reading, read)
  const ball = crossed(book.score, read.ball, next, after !== null && after.over !== placed.over)
  book.write(ball)
  if (read.retired.length > 0 && (ball.wickets?.length ?? 0) > 0)
    book.note('RETIRED_ON_A_WICKET', placed.where, 'One batter was out and another retired on the same ball.')
  for (const { player, kind } of read.retired) {
    const innings = currentInnings(book.score)
    if (innings?.end !== null) continue
    book.write({ type: 'Retire', player, kind })
  }
  // With a wicket on the same ball he is the one who should have come in for it.
  if ((ball.wickets?.length ?? 0) + read.retired.length > 0)
    for (const player of read.timedOut) book.write({ type: 'TimedOut', player })
}

/** Who retired without facing this ball, or was timed out before it, is written before it. */
function writeBefore({ book }: Reading, { ball, timedOut, retired }: ReadBall): void {
  if ((ball.wickets?.length ?? 0) + retired.length === 0)
    for (const player of timedOut) book.write({ type: 'TimedOut', player })
}

/**
 * A file does not say whether the batters had crossed when a wicket fell. Where the Laws make the ends depend on it, the ball after tells (FILE-5).
 */
function crossed(score: CricketScore, ball: Delivery, next: Delivery | null, overEnds: boolean): Delivery {
  const [wicket] = ball.wickets ?? []
  if (!wicket || !next || !dependsOnCrossing(score, wicket.kind)) return ball
  const plain = stands(score, ball, overEnds)
  if (!plain || !misses(plain, next)) return ball
  const other: Delivery = { ...ball, crossed: true }
  const swapped = stands(score, other, overEnds)
  return swapped && !misses(swapped, next) ? other : ball
}

function dependsOnCrossing({ rules }: CricketScore, kind: string): boolean {
  if (kind === 'caught') return !newBatterFaces(rules)
  return kind === 'run out' || kind === 'obstructing the field' || kind === 'handled the ball'
}

function stands(score: CricketScore, ball: Delivery, overEnds: boolean): Innings | null {
  // Neither changes anything where the over stands as the file has it.
  const over: CricketPlay = { type: overEnds ? 'OverCalled' : 'OverGoesOn' }
  return cricketNext(score, [ball, over])
}

const misses = ({ striker, nonStriker }: Innings, { striker: faces }: Delivery): boolean =>
  striker === null ? faces === nonStriker : faces !== striker
