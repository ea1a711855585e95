import { type MatchPhase, type Names, otherSide } from '@gavel/scoring'
import type { Board } from './sport-page.ts'

/** How the official ended the match, where that is not what the plays say. */
function endingWords(phase: MatchPhase, names: Names): string | null {
  if (phase.is !== 'ended' || phase.as === null) return null
  switch (phase.as.is) {
    case 'awarded':
      return `Awarded to ${names.team(phase.as.to)}`
    case 'conceded':
      return `${names.team(phase.as.by)} conceded: ${names.team(otherSide(phase.as.by))} won`
    case 'abandoned':
      return 'Abandoned: no result'
    default:
      return phase.as satisfies never
  }
}

/** A score with the official's last word, where there is one: nobody leads any more, serves or is in (MATCHPAGE-8). */
export function endedBoard(board: Board, phase: MatchPhase, names: Names): Board {
  const words = endingWords(phase, names)
  if (words === null) return board
  return { ...board, says: words, rows: board.rows.map((row) => ({ ...row, doing: null })) }
}
