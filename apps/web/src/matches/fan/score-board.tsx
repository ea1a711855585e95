import type { Side } from '@gavel/scoring'
import { cn, TeamChip, TeamEdge, teamStyle } from '@gavel/ui'
import type { MatchInfo } from './match-info.ts'
import type { Board } from './sport-page.ts'

type ScoreBoardProps = { info: MatchInfo; board: Board; winner: Side | null }

/** The score: one row a side, the figures the largest thing on the page. */
export function ScoreBoard({ info, board, winner }: ScoreBoardProps) {
  const { rows, says, details, steady = false } = board
  // Where one side does something, the other one waits.
  const busy = !steady && rows.some(({ doing }) => doing !== null)
  return (
    <section aria-label="Score" className="grid gap-3 rounded-card border bg-raised">
      <ul className="grid">
        {rows.map(({ side, score, more, doing, under = [], sets }) => {
          const won = side === winner
          const { name, short, colour } = info.sides[side]
          return (
            <li
              key={side}
              style={teamStyle(colour)}
              className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-b py-3 pr-4"
            >
              <TeamEdge className={cn('rounded-none', doing === null && busy && 'opacity-35')} />
              <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 py-1">
                <TeamChip shortName={short} name={name} colour={colour} />
                <span className={cn('min-w-0 break-words', (doing !== null || won) && 'font-semibold')}>{name}</span>
                {doing ? (
                  <span className={steady ? 'text-sm text-muted' : 'sr-only'}>
                    <span className="sr-only">, </span>
                    {doing}
                  </span>
                ) : null}
                {won ? <span className="text-sm font-semibold text-good">Won</span> : null}
                {under.length > 0 ? (
                  <ul className="grid basis-full gap-x-3 text-sm text-muted tabular-nums">
                    {under.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                ) : null}
              </div>
              {sets ? (
                <Sets won={score} sets={sets} serves={doing !== null} />
              ) : (
                <Figure {...{ score, more }} big={doing !== null || !busy} />
              )}
            </li>
          )
        })}
      </ul>
      <div className="grid gap-0.5 px-4 pb-3">
        <p className="text-base font-semibold">{says}</p>
        {details.length > 0 ? <p className="text-sm text-muted tabular-nums">{details.join(' · ')}</p> : null}
      </div>
    </section>
  )
}

type FigureProps = Pick<Board['rows'][number], 'score' | 'more'> & { big: boolean }

function Figure({ score, more, big }: FigureProps) {
  return (
    <p className="flex flex-wrap items-baseline justify-end gap-x-2 text-right tabular-nums">
      <span
        className={cn(
          'leading-none tracking-tight',
          score === null ? 'text-muted' : 'font-bold',
          big && score !== null ? 'text-2xl' : 'text-xl',
        )}
      >
        {score ?? '–'}
      </span>
      {more ? <span className="text-sm whitespace-nowrap text-muted">{more}</span> : null}
    </p>
  )
}

type SetsProps = { won: string | null; sets: NonNullable<Board['rows'][number]['sets']>; serves: boolean }

/** Set by set, as on a board beside the court: those that ended small, the running one large, and how many are won. */
export function Sets({ won, sets, serves }: SetsProps) {
  if (won === null) return <Figure score={null} more={null} big />
  return (
    <p className="flex items-center justify-end gap-x-1 tabular-nums">
      {serves ? <span aria-hidden className="mr-1 size-2.5 rounded-full bg-accent" /> : null}
      {sets.map(({ points, is }, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a set is its number
          key={at}
          className={cn(
            'text-right leading-none',
            is === 'running' && 'order-last w-14 text-2xl font-bold tracking-tight',
            is === 'won' && 'w-6 text-base font-bold',
            is === 'lost' && 'w-6 text-base text-muted',
          )}
        >
          <span className="sr-only">{is === 'running' ? 'now ' : ''}</span>
          {points}
        </span>
      ))}
      <span className="ml-1 grid h-8 min-w-8 place-items-center rounded-card bg-sunken px-1 text-base font-bold">
        <span className="sr-only">won </span>
        {won}
      </span>
    </p>
  )
}
