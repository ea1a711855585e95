import { cn } from '../lib/cn.ts'
import { formatMoney } from '../lib/money.ts'
import { teamStyle } from '../lib/team-colour.ts'

type PurseBarProps = {
  /** Money left and the whole purse, in the smallest unit. */
  left: number
  total: number
  /** The most that may be bid on this lot; marked on the bar where it is less than what is left. */
  limit?: number | null
  currency?: string
  colour?: string | undefined
  className?: string
}

/** What is left of a purse, in the team's colour, with a notch at the limit. */
export function PurseBar({ left, total, limit, currency = 'INR', colour, className }: PurseBarProps) {
  const share = total > 0 ? Math.min(1, Math.max(0, left / total)) : 0
  const notch = limit != null && limit < left && total > 0 ? Math.max(0, limit / total) : null
  return (
    <div
      role="img"
      aria-label={`${formatMoney(left, currency)} left of ${formatMoney(total, currency)}`}
      className={cn('relative h-2 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset', className)}
      style={teamStyle(colour)}
    >
      <span
        className="team-mark absolute inset-0 origin-left transition-transform duration-200 ease-out"
        style={{ transform: `scaleX(${share})` }}
      />
      {notch === null ? null : (
        <span className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink" style={{ left: `${notch * 100}%` }} />
      )}
    </div>
  )
}
