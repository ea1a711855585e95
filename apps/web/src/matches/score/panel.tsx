import { cn } from '@gavel/ui'
import type { ReactNode } from 'react'

type PanelProps = { title: string; tone?: 'plain' | 'warn' | 'bad'; children?: ReactNode; actions?: ReactNode }

/** Something that waits for the scorer, above the pad. */
export function Panel({ title, tone = 'plain', children, actions }: PanelProps) {
  const edge = { plain: 'border-l-edge', warn: 'border-l-warn', bad: 'border-l-bad' }[tone]
  return (
    <section aria-label={title} className={cn('grid gap-2 rounded-card border border-l-4 bg-raised p-3', edge)}>
      <h2 className="text-base">{title}</h2>
      {children}
      {actions ? <div className="flex flex-wrap gap-2 *:min-h-14 *:flex-1">{actions}</div> : null}
    </section>
  )
}
