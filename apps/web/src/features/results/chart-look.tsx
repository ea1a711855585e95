'use client'

import type { ReactNode } from 'react'

/** Colours of a chart's series, from the tokens; a legend and a table always say the same in words. */
export const SERIES = [
  'var(--color-accent)',
  'var(--color-ink)',
  'var(--color-good)',
  'var(--color-warn)',
  'var(--color-edge)',
  'var(--color-bad)',
] as const

export const AXIS = {
  stroke: 'var(--color-edge)',
  tick: { fill: 'var(--color-muted)', fontSize: 12 },
  tickLine: false,
} as const

export const GRID = { stroke: 'var(--color-line)', strokeDasharray: '0' } as const

/** What stands beside the pointer. */
export function Hint({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 rounded-card border bg-raised px-3 py-2 text-sm shadow-lift">
      <p className="font-semibold">{title}</p>
      {children}
    </div>
  )
}
