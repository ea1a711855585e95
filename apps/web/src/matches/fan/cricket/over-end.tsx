import { currentInnings, type Names, overSummary, type PlayerId } from '@gavel/scoring'
import type { Moment } from '../moments.ts'

/** What an over brought, once it has ended with this ball. */
export function overEnd({ written, before, after }: Moment<'cricket'>, names: Names) {
  const [was, now] = [currentInnings(before), currentInnings(after)]
  if (!was || !now || was.n !== now.n || now.overs <= was.overs) return null
  const over = overSummary(now, after.rules.ballsPerOver)
  if (!over) return null
  const batter = ({ player, runs, balls }: { player: PlayerId; runs: number; balls: number }) =>
    `${names.player(player)} ${runs} (${balls})`
  return (
    <li
      key={`over-${written.seq}`}
      className="my-2 grid gap-x-6 gap-y-1 rounded-card bg-sunken px-4 py-3 text-sm sm:grid-cols-2"
    >
      <p className="font-semibold tabular-nums">
        Over {over.over}: {over.maiden ? 'a maiden' : `${over.runs} ${over.runs === 1 ? 'run' : 'runs'}`}
        {over.wickets > 0 ? `, ${over.wickets} ${over.wickets === 1 ? 'wicket' : 'wickets'}` : ''}
      </p>
      <p className="font-semibold tabular-nums sm:text-right">
        {names.team(now.batting)} {over.total.runs}/{over.total.wickets}
      </p>
      <p className="text-muted tabular-nums">{over.batters.map(batter).join(', ')}</p>
      <p className="text-muted tabular-nums sm:text-right">
        {over.bowlers.map(({ player, figures }) => `${names.player(player)} ${figures}`).join(', ')}
      </p>
    </li>
  )
}
