import type { MatchInfo } from './match-info.ts'
import type { Board } from './sport-page.ts'

/** The match in one line, for a lock screen, a tab and a card: `HER 143/4 (16.2) v OTT 171/7`, `RO 21 12 v HF 18 9` (MATCHPAGE-1). Who does something is first. */
export function scoreLine({ rows }: Board, sides: MatchInfo['sides']): string {
  const words = rows.map(({ side, score, more, doing, sets }) =>
    [
      sides[side].short,
      ...(sets ? sets.map(({ points }) => points) : [score, doing !== null && more !== null ? `(${more})` : null]),
    ]
      .filter((word) => word !== null)
      .join(' '),
  )
  const [first, second] = rows[1] && rows[1].doing !== null && rows[0]?.doing === null ? words.toReversed() : words
  return `${first} v ${second}`
}
