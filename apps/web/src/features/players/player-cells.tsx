import { Badge, cn, formatMoney } from '@gavel/ui'
import { type PlayerRow, STATUS_WORDS } from './player-row.ts'

/** What became of a player, with the price where there is one. */
export function StatusCell({ status, currency }: { status: PlayerRow['status']; currency: string }) {
  switch (status.is) {
    case 'waiting':
      return <span className="text-muted">Waiting</span>
    case 'on_block':
      return <Badge tone="accent">{STATUS_WORDS.on_block}</Badge>
    case 'sold':
    case 'retained':
      return (
        <span className="whitespace-nowrap">
          {STATUS_WORDS[status.is]}{' '}
          <span className="font-semibold tabular-nums">{formatMoney(status.amount, currency, 'short')}</span>
        </span>
      )
    case 'unsold':
    case 'withdrawn':
      return <Badge>{STATUS_WORDS[status.is]}</Badge>
    default:
      return status satisfies never
  }
}

/** Where a player counts as coming from. What is not known yet stands out: no cap on overseas players can count it. */
export function NationalityMark({ overseas }: { overseas: boolean | null }) {
  if (overseas === null) return <span className="text-xs font-semibold whitespace-nowrap text-warn">Nationality?</span>
  return overseas ? <span className="text-xs whitespace-nowrap text-muted">Overseas</span> : null
}

type CheckProps = {
  label: string
  checked: boolean | 'some'
  onChange: (checked: boolean) => void
  className?: string
}

/** A tick with room for a thumb around it. */
export function Tick({ label, checked, onChange, className }: CheckProps) {
  return (
    <label className={cn('-m-1 grid size-10 shrink-0 cursor-pointer place-items-center', className)}>
      <input
        type="checkbox"
        aria-label={label}
        className="size-4.5"
        checked={checked === true}
        ref={(input) => {
          if (input) input.indeterminate = checked === 'some'
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
