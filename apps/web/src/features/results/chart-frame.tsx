import { Section } from '@gavel/ui'
import type { ReactNode } from 'react'

type ChartFrameProps = {
  title: string
  /** What the picture shows, in a sentence. */
  words: string
  /** The height of the picture, in rem; kept free until it is drawn, so that nothing jumps. */
  height: number
  children: ReactNode
  /** The same figures, for everybody who would rather read them. */
  table: ReactNode
}

/** A chart with the table behind it. The picture is for eyes alone; readers and paper have the table. */
export function ChartFrame({ title, words, height, children, table }: ChartFrameProps) {
  return (
    <Section title={title} className="min-w-0">
      <p className="max-w-prose pb-3 text-sm text-muted">{words}</p>
      <div aria-hidden style={{ height: `${height}rem` }} className="min-w-0 text-xs tabular-nums print:hidden">
        {children}
      </div>
      <details className="mt-2">
        <summary className="min-h-9 cursor-pointer py-2 text-sm font-semibold">{title}, as a table</summary>
        {table}
      </details>
    </Section>
  )
}
