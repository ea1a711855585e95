'use client'

import { type AuctionState, feasibility, strandedWords, type TeamId } from '@gavel/auction'
import { cn, formatMoney } from '@gavel/ui'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'

/** Whether the squad can still be filled from those who are left, at their real base prices, and what could be spent beyond that. */
export function FillLine({ auction, team: id }: { auction: AuctionState; team: TeamId }) {
  const answer = useMemo(() => {
    const team = auction.teams[id]
    return team ? feasibility(auction, team) : null
  }, [auction, id])
  if (!answer) return null
  const { currency, squad } = auction.rules
  const enough = (auction.teams[id]?.squad.length ?? 0) >= squad.min
  const Icon = answer.ok ? CircleCheck : TriangleAlert
  return (
    <section aria-label="Can the squad still be filled" className="flex items-start gap-2 pt-1">
      <Icon aria-hidden className={cn('mt-0.5 size-5 shrink-0', answer.ok ? 'text-good' : 'text-bad')} />
      <p className="min-w-0 tabular-nums">
        <span className="block font-semibold">
          {answer.ok
            ? enough && answer.cheapest === 0
              ? 'The squad has what it needs'
              : 'The squad can still be filled'
            : 'The squad can no longer be filled'}
        </span>
        <span className="block text-sm text-muted">
          {!answer.ok
            ? strandedWords(answer.why, currency)
            : answer.cheapest === 0
              ? `${formatMoney(answer.spare, currency)} are free to spend.`
              : `The cheapest way costs ${formatMoney(answer.cheapest, currency)}; ${formatMoney(answer.spare, currency)} are free beyond it.`}
        </span>
      </p>
    </section>
  )
}
