import { Badge } from '@gavel/ui'
import { badgeWords, STATUS } from '../../entering/standing.ts'
import { type Entry, paidOf } from './registrations.ts'

/** How an entry stands, with the number in line, what is paid, and the reason that its person was told. */
export function EntryState({ entry }: { entry: Entry }) {
  const { status, reason } = entry
  const paid = paidOf(entry)
  // What is said to somebody who waits for the organiser, or in line, is no news to the organiser.
  const told = status === 'rejected' || status === 'withdrawn' || status === 'lapsed' ? reason : null
  return (
    <span className="grid justify-items-start gap-0.5">
      <span className="flex flex-wrap gap-1.5">
        <Badge tone={STATUS[status].tone}>{badgeWords(entry)}</Badge>
        {/* One that still has to pay says so by its state. */}
        {paid && (paid.done || status !== 'owing' || entry.seats > 1) ? (
          <Badge tone={paid.done ? 'good' : 'warn'}>{paid.words}</Badge>
        ) : null}
      </span>
      {told ? <span className="block max-w-64 text-muted">{told}</span> : null}
    </span>
  )
}
