// How the file says that the match ended, beside what the balls say (FILE-7).
import { type CricketResult, cricketResult, currentInnings, type Margin, nextInTurn, type Side } from '@gavel/scoring'
import { whyClosed } from './closing.ts'
import type { Reading } from './innings.ts'
import type { CricsheetFile } from './schema.ts'
import { sideOf } from './sides.ts'

type FileOutcome = NonNullable<CricsheetFile['info']['outcome']>

/** Writes what only an official can say; what the balls say already is left to them, and a difference is named. */
export function writeOutcome(reading: Reading, { info }: CricsheetFile): void {
  const { outcome } = info
  if (!outcome) return
  const { winner, eliminator, bowl_out: bowlOut, result, method } = outcome
  const side = (team: string) => sideOf(info, team, 'outcome')
  if (bowlOut !== undefined) writeBowlOut(reading, side(bowlOut))
  else if (eliminator !== undefined) writeEliminator(reading, side(eliminator))
  else if (winner !== undefined && /^(awarded|conceded)$/i.test(method ?? ''))
    writeAward(reading, side(winner), method ?? '')
  else if (winner !== undefined) writeWin(reading, side(winner), outcome)
  else if (result === 'no result' || result === 'draw') {
    if (cricketResult(reading.book.score).is === 'open') reading.book.write({ type: 'MatchCalledOff' })
    expect(reading, (is) => is.is === (result === 'draw' ? 'drawn' : 'no-result'))
  } else if (result === 'tie') {
    closeLast(reading)
    expect(reading, (is) => is.is === 'tied')
  }
}

function expect({ book }: Reading, agrees: (result: CricketResult) => boolean): void {
  if (!agrees(cricketResult(book.score)))
    book.note('RESULT_DIFFERS', 'outcome', 'The balls say another result than the file.')
}

/** The last innings of a decided match is over, also where nothing of it says so: a batter was hurt, or rain came. */
function closeLast({ book }: Reading): void {
  const innings = currentInnings(book.score)
  if (innings && innings.end === null) book.write({ type: 'InningsEnd', why: whyClosed(innings, book.score) })
}

function writeBowlOut(reading: Reading, winner: Side): void {
  closeLast(reading)
  const { info, people, book } = reading
  for (const { bowler: name, outcome } of info.bowl_out ?? []) {
    const { players, bowlOut } = book.score
    const bowler = people.id(name)
    const named = players.home.includes(bowler) ? 'home' : players.away.includes(bowler) ? 'away' : null
    book.write({ type: 'BowlOutBall', side: named ?? nextInTurn(bowlOut) ?? winner, bowler, scored: outcome === 'hit' })
  }
  const result = cricketResult(book.score)
  if (result.is !== 'decided' || result.winner !== winner) book.write({ type: 'BowlOut', winner })
}

function writeEliminator(reading: Reading, winner: Side): void {
  closeLast(reading)
  const { book } = reading
  const result = cricketResult(book.score)
  if (result.is !== 'decided') book.write({ type: 'TieBroken', winner, by: 'super over' })
  expect(reading, (is) => is.is === 'decided' && is.winner === winner)
}

function writeAward({ book }: Reading, winner: Side, method: string): void {
  if (/^conceded$/i.test(method)) book.write({ type: 'Conceded', by: winner === 'home' ? 'away' : 'home' })
  else book.write({ type: 'Awarded', to: winner })
}

function writeWin(reading: Reading, winner: Side, { by, method: said }: FileOutcome): void {
  const method = said ?? null
  const { book } = reading
  if (cricketResult(book.score).is === 'open') closeLast(reading)
  const margin: Margin | null = by ? marginOf(by) : null
  const result = cricketResult(book.score)
  const agrees = result.is === 'won' && result.winner === winner && sameMargin(result.by, margin)
  if (agrees && result.method === method) return
  if (method !== null || result.is === 'open') book.write({ type: 'Result', winner, by: margin, method })
  else expect(reading, () => false)
}

const marginOf = ({ runs, wickets, innings }: NonNullable<FileOutcome['by']>): Margin => ({
  ...(innings === undefined ? {} : { innings }),
  ...(runs === undefined ? {} : { runs }),
  ...(wickets === undefined ? {} : { wickets }),
})

const sameMargin = (a: Margin | null, b: Margin | null): boolean =>
  a?.runs === b?.runs && a?.wickets === b?.wickets && a?.innings === b?.innings
