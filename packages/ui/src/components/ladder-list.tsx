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

/** The last bids of a lot as a ladder that grows upward: the newest on top, the older ones paler below, each with its step. */
export function LadderList({ rungs, currency = 'INR', max = 8, className }: LadderListProps) {
  const shown = rungs.slice(-max).reverse()
  const from = rungs.length - shown.length
  return (
    <ol aria-label="Bids on this lot, newest first" className={cn('@container grid content-start', className)}>
      {shown.map((rung, at) => {
        const before = rungs[from + shown.length - at - 2]
        return (
          <li
            key={rung.seq}
            style={teamStyle(rung.team.colour)}
            className={cn(
              'flex min-h-10 items-center gap-3 border-b @max-[12rem]:flex-wrap @max-[12rem]:gap-y-0 @max-[12rem]:py-1 last:border-b-0',
              at === 0 ? 'animate-enter font-semibold' : 'text-muted',
            )}
          >
            <TeamChip
              size="sm"
              shortName={rung.team.shortName}
              name={rung.team.name}
              colour={rung.team.colour}
              className="min-w-12"
            />
            <span className={cn('min-w-28 tabular-nums', at === 0 ? 'text-ink' : '')}>
              {formatMoney(rung.amount, currency)}
            </span>
            <span className="hidden min-w-0 truncate text-sm @sm:block">{rung.team.name}</span>
            <span className="ml-auto shrink-0 text-right text-sm font-normal text-muted tabular-nums">
              {rung.note ? `${rung.note}${before ? ' · ' : ''}` : before ? null : 'first bid'}
              {before ? `+${formatMoney(rung.amount - before.amount, currency, 'short')}` : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
