import type { ReactNode } from 'react'
import { cn } from '../lib/cn.ts'

type SaleStampProps = { kind: 'sold' | 'unsold'; children?: ReactNode; className?: string }

/** The stamp that comes down once on a finished lot. Give it a `key` of the lot, so that it stamps again for the next. */
export function SaleStamp({ kind, children, className }: SaleStampProps) {
  return (
    <p
      className={cn(
        'inline-grid -rotate-3 animate-stamp justify-items-center rounded-card border-[3px] px-5 py-2 text-center font-bold outline-1 outline-offset-2 outline-current',
        kind === 'sold' ? 'border-good text-good' : 'border-muted text-muted',
        className,
      )}
    >
      <span className="text-xl leading-none">{kind === 'sold' ? 'Sold' : 'Unsold'}</span>
      {children ? <span className="mt-1 text-sm">{children}</span> : null}
    </p>
  )
}
