import type { AuctionState } from '@gavel/auction'
import { Clock, cn, formatClock, formatMoney, teamStyle } from '@gavel/ui'
import type { Directory } from '../directory.ts'
import { openLines } from './lots.ts'

/** More lines than this do not fit the picture; the rest are counted. */
const SHOWN = 12

/** So few fill the picture one under the other. */
const FEW = 5

/** The open lots of a slow auction for the hall, the ones that end first in front. */
export function StageBoard({
  auction,
  directory,
  offsetMs,
}: {
  auction: AuctionState
  directory: Directory
  offsetMs: number
}) {
  const lines = openLines(auction, null).toSorted((one, other) => endOf(one) - endOf(other))
  const { currency } = auction.rules
  const few = lines.length <= FEW
  if (lines.length === 0) return <p className="self-center text-stage-m">No lot is open just now</p>
  return (
    <section aria-label="Open lots" className="grid min-h-0 content-start gap-[1.2vh]">
      <ul className={cn('grid gap-[1vw]', few ? 'text-stage-m' : 'grid-cols-2 text-stage-s')}>
        {lines.slice(0, SHOWN).map((line) => {
          const leader = line.leader === null ? null : directory.team(line.leader)
          return (
            <li
              key={line.lot}
              style={teamStyle(leader?.colour)}
              className={cn(
                'flex items-center gap-[1vw] rounded-card px-[1.2vw] py-[1vh]',
                leader ? 'team-chip' : 'border-2 border-edge bg-raised',
              )}
            >
              <span className="min-w-0 flex-1 font-bold break-words">{directory.player(line.player).name}</span>
              <span className="font-bold">{leader?.short ?? 'Base'}</span>
              <span className="tabular-nums">{formatMoney(line.price, currency, 'short')}</span>
              {line.leftMs === null ? (
                <Clock deadlineMs={line.deadlineMs} offsetMs={offsetMs} />
              ) : (
                <span className="plate font-bold">{formatClock(line.leftMs)}</span>
              )}
            </li>
          )
        })}
      </ul>
      {lines.length > SHOWN ? <p className="text-stage-s">and {lines.length - SHOWN} more</p> : null}
    </section>
  )
}

const endOf = ({ deadlineMs, leftMs }: { deadlineMs: number | null; leftMs: number | null }): number =>
  deadlineMs ?? leftMs ?? Number.POSITIVE_INFINITY
