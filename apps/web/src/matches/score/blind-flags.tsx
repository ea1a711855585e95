import { blindDifferences, type MatchState, type Names } from '@gavel/scoring'
import { momentsOf } from '../fan/moments.ts'
import { sportPage } from '../fan/sport-pages.ts'
import { Panel } from './panel.tsx'

type BlindFlagsProps = { match: MatchState; names: Names; blind: boolean }

/** Where the two books say different things, for both scorers, as soon as both have the ball (PAD-14). */
export function BlindFlags({ match, names, blind }: BlindFlagsProps) {
  const differences = blindDifferences(match)
  if (differences.length === 0) return null
  const page = sportPage(match.sport)
  const { all } = momentsOf(match, null)
  return (
    <Panel
      title={differences.length === 1 ? 'The two books differ' : `The two books differ in ${differences.length} places`}
      tone="bad"
    >
      <ul className="grid gap-2 text-sm">
        {differences.map(({ at, book, blind: theirs }) => {
          const moment = all[at]
          const said = (written: typeof book) => moment && page.line({ ...moment, written }, names)
          const [first, second] = [said(book), said(theirs)]
          return (
            <li key={book.seq} className="grid gap-0.5 border-b pb-2 last:border-0">
              <strong>{first?.place ?? 'Entry'}</strong>
              <span>
                {blind ? 'First scorer' : 'You'}: {first?.words}
              </span>
              <span>
                {blind ? 'You' : 'Second scorer'}: {second?.words}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="text-sm text-muted">Agree at the ground, then one of you changes the ball.</p>
    </Panel>
  )
}
