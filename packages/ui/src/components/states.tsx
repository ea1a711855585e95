import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '../lib/cn.ts'

/** The shape of something that is still on its way. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('rounded-card bg-line/60', className)} />
}

/** Rows of a table or a list that is still on its way, with words for a screen reader. */
export function SkeletonRows({ rows = 6, words = 'Loading' }: { rows?: number; words?: string }) {
  return (
    <div role="status" className="grid">
      <span className="sr-only">{words}</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex h-12 items-center gap-3 border-b last:border-b-0">
          <Skeleton className="size-8" />
          <Skeleton className={cn('h-3.5', row % 3 === 0 ? 'w-2/5' : row % 3 === 1 ? 'w-1/3' : 'w-1/2')} />
          <Skeleton className="ml-auto h-3.5 w-16" />
        </div>
      ))}
    </div>
  )
}

type StateProps = { title: string; words: ReactNode; action?: ReactNode; className?: string }

/** Nothing here yet: says what will be here, and the next step. */
export function EmptyState({ title, words, action, className }: StateProps) {
  return (
    <div
      className={cn(
        'grid justify-items-start gap-1 rounded-card border border-dashed border-edge px-5 py-6',
        className,
      )}
    >
      <p className="font-semibold">{title}</p>
      <p className="max-w-prose text-sm text-muted">{words}</p>
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  )
}

/** Something went wrong: says what happened, what was kept, what to do. */
export function ErrorState({ title, words, action, className }: StateProps) {
  return (
    <div
      role="alert"
      className={cn('flex items-start gap-3 rounded-card border border-bad bg-raised px-5 py-4', className)}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
      <div className="grid gap-1">
        <p className="font-semibold">{title}</p>
        <p className="max-w-prose text-sm text-muted">{words}</p>
        {action ? <div className="mt-2">{action}</div> : null}
      </div>
    </div>
  )
}
