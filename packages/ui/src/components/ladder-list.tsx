import { cn } from '../lib/cn.ts'
import { formatMoney } from '../lib/money.ts'
import { teamStyle } from '../lib/team-colour.ts'
import { TeamChip } from './team-chip.tsx'

export type Rung = {
  /** The seq of the entry that made the bid. */
  seq: number
  amount: number
  team: { shortName: string; name: string; colour?: string | undefined }
  /** What else there is to say: `floor bid`, `jump`. */
  note?: string | undefined
}

type LadderListProps = { rungs: Rung[]; currency?: string; max?: number; className?: string }

/** The last bids of a lot as a ladder that grows upward: the newest on top, the older ones paler below. */
export function LadderList({ rungs, currency = 'INR', max = 8, className }: LadderListProps) {
  const shown = rungs.slice(-max).reverse()
  return (
    <ol aria-label="Bids on this lot, newest first" className={cn('grid content-start', className)}>
      {shown.map((rung, at) => (
        <li
          key={rung.seq}
          style={teamStyle(rung.team.colour)}
          className={cn(
            'flex min-h-10 items-center gap-3 border-b last:border-b-0',
            at === 0 ? 'animate-enter font-semibold' : 'text-muted',
          )}
        >
          <TeamChip size="sm" shortName={rung.team.shortName} name={rung.team.name} colour={rung.team.colour} />
          <span className={cn('tabular-nums', at === 0 ? 'text-ink' : '')}>{formatMoney(rung.amount, currency)}</span>
          {rung.note ? <span className="ml-auto text-sm font-normal text-muted">{rung.note}</span> : null}
        </li>
      ))}
    </ol>
  )
}
