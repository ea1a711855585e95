import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '../lib/cn.ts'

const badge = cva(
  'inline-flex items-center gap-1.5 rounded-card border px-1.5 text-xs leading-5 font-semibold whitespace-nowrap',
  {
    variants: {
      tone: {
        plain: 'border-line text-muted',
        ink: 'border-ink bg-ink text-surface',
        accent: 'border-accent text-accent',
        good: 'border-good text-good',
        warn: 'border-warn text-warn',
        bad: 'border-bad text-bad',
      },
    },
    defaultVariants: { tone: 'plain' },
  },
)

/** A state or a property in one or two words. */
export function Badge({ tone, className, ...rest }: ComponentProps<'span'> & VariantProps<typeof badge>) {
  return <span className={cn(badge({ tone }), className)} {...rest} />
}
