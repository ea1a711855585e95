import { type CricketPlay, type CricketScore, currentInnings, type Delivery } from '@gavel/scoring'
import type { MarkTone } from '../ball-mark.tsx'
import type { Moment } from '../moments.ts'

/** A ball in a small window: `4`, `W`, `2wd`, `1nb`. `words` for a screen reader. */
export type Mark = { readonly text: string; readonly tone: MarkTone; readonly words: string }

/** How a ball is written on a scoreboard's strip. */
export function markOf({ runs, boundary, wickets }: Pick<Delivery, 'runs' | 'boundary' | 'wickets'>): Mark {
  const { bat, wides = 0, noBalls = 0, byes = 0, legByes = 0 } = runs
  const total = bat + wides + noBalls + byes + legByes
  if (wickets && wickets.length > 0) return { text: total > 0 ? `W${total}` : 'W', tone: 'wicket', words: 'wicket' }
  if (noBalls > 0) return { text: `${total}nb`, tone: 'extra', words: `no-ball, ${total} in all` }
  if (wides > 0) return { text: `${total}wd`, tone: 'extra', words: `wide, ${total} in all` }
  if (byes > 0) return { text: `${byes}b`, tone: 'extra', words: `${byes} byes` }
  if (legByes > 0) return { text: `${legByes}lb`, tone: 'extra', words: `${legByes} leg byes` }
  if (bat === 0) return { text: '•', tone: 'none', words: 'no run' }
  if (boundary === 6) return { text: '6', tone: 'six', words: 'six' }
  return { text: String(bat), tone: boundary === 4 ? 'four' : 'plain', words: boundary === 4 ? 'four' : String(bat) }
}

/** Where a ball stands in the book: `14.3`; one that does not count has the number of the one to come. Null for what is no ball. */
export function placeOf({ written, before }: Moment<'cricket'>): string | null {
  const innings = written.play.type === 'Delivery' ? currentInnings(before) : null
  return innings && `${innings.overs}.${(innings.over?.fair ?? 0) + 1}`
}

/** The balls of the over that is on, or, between two overs, of the last one. */
export function overBalls(all: readonly Moment<'cricket'>[]): readonly Moment<'cricket'>[] {
  const last = all.at(-1)
  const innings = last && currentInnings(last.after)
  if (!innings) return []
  const of = (score: CricketScore, play: CricketPlay) => {
    const before = currentInnings(score)
    return play.type === 'Delivery' && before?.n === innings.n ? before.overs : null
  }
  const over = innings.over ? innings.overs : innings.overs - 1
  const from = all.findLastIndex(({ before, written }) => {
    const n = of(before, written.play)
    return written.play.type === 'InningsStart' || (n !== null && n < over)
  })
  return all.slice(from + 1).filter(({ before, written }) => of(before, written.play) === over)
}
