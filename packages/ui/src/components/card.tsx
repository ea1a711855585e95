import type { ComponentProps, ReactNode } from 'react'
import { cn } from '../lib/cn.ts'

/** A raised sheet with a hairline around it. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('rounded-card border bg-raised', className)} {...rest} />
}

type SectionProps = Omit<ComponentProps<'section'>, 'title'> & {
  title: ReactNode
  /** What stands at the right of the title: a count, a filter, a link. */
  aside?: ReactNode
  level?: 2 | 3
}

/** A block of a scorecard: a heavy rule, its title, then rows. */
export function Section({ title, aside, level = 2, className, children, ...rest }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={cn('ruled', className)} {...rest}>
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
        <Heading className={level === 2 ? 'text-lg' : 'text-base'}>{title}</Heading>
        {aside ? <div className="text-sm text-muted">{aside}</div> : null}
      </div>
      {children}
    </section>
  )
}
