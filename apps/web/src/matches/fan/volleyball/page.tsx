import { setsWon, type VolleyballRules, type VolleyballScore, volleyballSentence } from '@gavel/scoring'
import { pointAwayWords } from '../../volleyball/set-calls.ts'
import type { Moment } from '../moments.ts'
import { PartEnd } from '../part-end.tsx'
import { RALLIES, rallyLine, type SetsOf, setsBoard } from '../sets/sets-board.ts'
import { SetsCharts } from '../sets/sets-card.tsx'
import type { SportPage } from '../sport-page.ts'
import { VolleyballCard } from './card.tsx'
import { OnCourt } from './on-court.tsx'
import { serveNotes, setPoints } from './set-points.ts'

const ofVolleyball = ({ sets, points, serving, ended }: VolleyballScore): SetsOf => ({
  ...{ sets, points, serving },
  winner: ended?.winner ?? null,
})

/** A set that has ended with this rally: its score, the sets so far, and what both sides have used in it. */
function setEnd({ before, after }: Moment<'volleyball'>, team: (side: 'home' | 'away') => string) {
  const set = after.sets.at(-1)
  if (after.sets.length === before.sets.length || !set) return null
  const won = setsWon(after.sets)
  const { home, away } = before.sides
  return (
    <PartEnd
      key={`set-${after.sets.length}`}
      rows={[
        [
          `Set ${after.sets.length}: ${team('home')} ${set.home}, ${team('away')} ${set.away}`,
          `${won.home}-${won.away} in sets`,
        ],
        [
          `Substitutions ${home.substitutions} and ${away.substitutions}`,
          `time-outs ${home.timeOuts} and ${away.timeOuts}`,
        ],
      ]}
    />
  )
}

function formatWords({ bestOf, target, lastTarget, onCourt }: VolleyballRules): string {
  const side = `${onCourt} a side`
  if (bestOf === null || target === null) return `${side}, sets as the referee ends them`
  const last = lastTarget === target || bestOf === 1 ? '' : `, the last to ${lastTarget}`
  return `${side}, ${bestOf === 1 ? 'one set' : `best of ${bestOf} sets`} to ${target}${last}`
}

export const volleyballPage: SportPage<'volleyball'> = {
  ...RALLIES,
  board: (score, names) => {
    const board = setsBoard(ofVolleyball(score), names, 'set')
    const away = pointAwayWords(score, names)
    return away ? { ...board, details: [...board.details, away] } : board
  },
  line: ({ written, before, after }, names) =>
    rallyLine(
      { before: ofVolleyball(before), after: ofVolleyball(after) },
      volleyballSentence(before, written.play, names),
    ),
  divider: (moment, names) => setEnd(moment, names.team),
  Now: OnCourt,
  Card: VolleyballCard,
  cardTitle: 'Sets',
  Charts: (props) => <SetsCharts unit="Set" points={setPoints(props)} names={props.names} info={props.info} />,
  format: formatWords,
  notes: serveNotes,
}
