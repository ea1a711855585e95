'use client'

import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { cn } from '../lib/cn.ts'

/** A scorecard table: hairlines between rows, figures to the right (`numeric`), sideways scroll where it does not fit. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  const frame = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const box = frame.current
    if (!box) return
    const sizes = new ResizeObserver(() => setScrolls(box.scrollWidth > box.clientWidth))
    sizes.observe(box)
    return () => sizes.disconnect()
  }, [])
  // What scrolls must be reachable by keyboard; what fits must not be one more stop on the way.
  const reachable = scrolls ? { tabIndex: 0, role: 'region', 'aria-label': rest['aria-label'] ?? 'Table' } : {}
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
