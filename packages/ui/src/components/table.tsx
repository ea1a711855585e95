'use client'

import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { cn } from '../lib/cn.ts'

/** A scorecard table: hairlines between rows, figures to the right (`numeric`), sideways scroll where it does not fit. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  const frame = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState<boolean | null>(null)
  useEffect(() => {
    const box = frame.current
    const table = box?.firstElementChild
    if (!box || !table) return
    const sizes = new ResizeObserver(() => setScrolls(box.scrollWidth > box.clientWidth))
    sizes.observe(box)
    // The screen may stay as wide while a letter's face arrives, or a longer name, and the table grows out of its frame.
    sizes.observe(table)
    return () => sizes.disconnect()
  }, [])
  // What scrolls must be reachable by keyboard, and so must what nobody has measured yet; what fits must not be one more stop on the way.
  const unmeasured = scrolls === null ? { tabIndex: 0 } : {}
  const reachable = scrolls ? { tabIndex: 0, role: 'region', 'aria-label': rest['aria-label'] ?? 'Table' } : unmeasured
  return (
    <div ref={frame} className="overflow-x-auto rounded-card" {...reachable}>
      <table className={cn('w-full border-collapse text-left text-sm', className)} {...rest} />
    </div>
  )
}

export function Th({ className, numeric, ...rest }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cn(
        'h-9 border-b border-edge px-2 align-middle font-semibold whitespace-nowrap text-muted',
        numeric && 'text-right',
        className,
      )}
      {...rest}
    />
  )
}

type SortThProps = ComponentProps<typeof Th> & {
  sorted: false | 'asc' | 'desc'
  /** Sorts by this column, or turns its order round. */
  onSort: ((event: unknown) => void) | undefined
}

/** The head of a column that the table can be sorted by. */
export function SortTh({ sorted, onSort, children, ...rest }: SortThProps) {
  const Icon = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ArrowUpDown
  return (
    <Th {...rest} aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}>
      <button
        type="button"
        onClick={onSort}
        className={cn(
          'inline-flex h-9 items-center gap-1 rounded-card font-semibold hover:text-ink',
          sorted && 'text-ink',
        )}
      >
        {children}
        <Icon aria-hidden className={cn('size-3.5', !sorted && 'opacity-40')} />
      </button>
    </Th>
  )
}

export function Td({ className, numeric, ...rest }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={cn('h-10 px-2 py-1.5 align-middle', numeric && 'text-right whitespace-nowrap tabular-nums', className)}
      {...rest}
    />
  )
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={cn('border-b last:border-b-0', className)} {...rest} />
}
