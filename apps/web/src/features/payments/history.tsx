'use client'

import type { PaymentView } from '@gavel/api'
import { cn, Section } from '@gavel/ui'
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react'
import { ShortTime } from '../events/event-time.tsx'
import { historyOf } from './history.ts'

/** What came in and what went back. Nothing where nothing did. */
export function PaymentHistory({ view }: { view: PaymentView }) {
  const lines = historyOf(view)
  if (lines.length === 0) return null
  return (
    <Section title="What happened">
      <ol className="grid">
        {lines.map(({ id, title, words, atMs, out, void: dropped }) => {
          const Icon = out ? ArrowUpRight : ArrowDownLeft
          return (
            <li key={id} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-b py-3 last:border-b-0">
              <Icon aria-hidden className={cn('mt-0.5 size-5', out ? 'text-warn' : 'text-good')} />
              <div className="grid gap-0.5">
                <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <span className={cn('font-semibold tabular-nums', dropped && 'line-through')}>{title}</span>
                  <span className="text-sm text-muted">
                    {atMs === null ? null : <ShortTime atMs={atMs} timeZone={view.event.timeZone} />}
                  </span>
                </p>
                {words ? <p className="text-sm [overflow-wrap:anywhere] text-muted">{words}</p> : null}
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
