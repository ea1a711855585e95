import { cn } from '@gavel/ui'

/** The pink ball, seam up. */
export function BallMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn('size-6', className)}>
      <circle cx="16" cy="16" r="15" className="fill-accent" />
      <g fill="none" strokeLinecap="round" className="stroke-surface">
        <path d="M12.6 3.4C9 12 9.6 21.5 14.4 28.9M17.6 3.1c-3.6 8.6-3 18.1 1.8 25.5" strokeWidth="1.6" />
        <path
          d="M9.9 8.2l-1.9-.7M9 13l-2-.3M9 18l-2 .3M10.1 23l-1.9.8M20.2 8.4l1.9-.5M19.1 13l2-.1M19.2 18l2 .4M20.6 22.8l1.9.9"
          strokeWidth="1.3"
        />
      </g>
    </svg>
  )
}

/** The ball and the name. `word`: classes of the name alone. */
export function Brand({ className, word }: { className?: string; word?: string | undefined }) {
  return (
    <span className={cn('inline-flex items-center gap-2 text-lg font-bold tracking-tight', className)}>
      <BallMark />
      <span className={word}>Gavel</span>
    </span>
  )
}
