import { otherSide, type Side, type VolleyballScore } from '@gavel/scoring'
import { cn, TeamChip } from '@gavel/ui'
import type { ReactNode } from 'react'
import type { MatchInfo } from '../fan/match-info.ts'
import { type Place, placesOf } from './places.ts'

type CourtProps = {
  score: VolleyballScore
  info: Pick<MatchInfo, 'sides'>
  /** Who has the left end. */
  left: Side
  /** What stands in a place. */
  place: (place: Place) => ReactNode
  /** Beside a side's name. */
  beside?: (side: Side) => ReactNode
}

/** The court with the net in the middle: who stands in which zone. Nothing where nobody handed in a line-up. */
export function Court({ score, info, left, place, beside }: CourtProps) {
  if (!score.sides.home.lineup && !score.sides.away.lineup) return null
  return (
    <div className="grid grid-cols-2 rounded-card border bg-sunken">
      {[left, otherSide(left)].map((side, at) => {
        const { name, short, colour } = info.sides[side]
        const places = placesOf(score, side, at === 0)
        return (
          <section
            key={side}
            aria-label={`${name} on court`}
            className={cn('grid min-w-0 content-start gap-1 p-1', at === 0 ? 'border-r-2 border-ink' : '')}
          >
            <p className={cn('flex flex-wrap items-center gap-x-2 text-xs text-muted', at === 1 && 'flex-row-reverse')}>
              <TeamChip size="sm" shortName={short} name={name} colour={colour} />
              {beside?.(side)}
            </p>
            {places.length === 0 ? (
              <p className="p-2 text-sm text-muted">No line-up was handed in.</p>
            ) : (
              <ol className="grid auto-cols-fr gap-1">
                {places.map((one) => (
                  <li key={one.zone} className="grid min-w-0" style={{ gridColumn: one.column, gridRow: one.row }}>
                    {place(one)}
                  </li>
                ))}
              </ol>
            )}
          </section>
        )
      })}
    </div>
  )
}

/** Name and zone as they stand in a place of the court. */
export function PlaceFace({ place, name }: { place: Place; name: string }) {
  const { zone, serves } = place
  return (
    <>
      <span className="flex items-center justify-between gap-1 text-xs text-muted tabular-nums">
        <span>
          <span className="sr-only">Zone </span>
          {zone}
        </span>
        {serves ? (
          <span className="font-bold text-live">
            <span aria-hidden>●</span>
            <span className="sr-only">serves</span>
          </span>
        ) : null}
        {place.for === null ? null : (
          <abbr title="Libero" className="font-bold text-ink no-underline">
            L
          </abbr>
        )}
      </span>
      <span className={cn('text-xs leading-tight [overflow-wrap:anywhere]', serves ? 'font-bold' : 'font-semibold')}>
        {name}
      </span>
    </>
  )
}
