import { cva, type VariantProps } from 'class-variance-authority'
import { cn } from '../lib/cn.ts'
import { teamStyle } from '../lib/team-colour.ts'

const chip = cva(
  'team-chip inline-flex items-center justify-center rounded-card font-bold tracking-tight whitespace-nowrap',
  {
    variants: {
      size: {
        sm: 'h-5 min-w-10 px-1.5 text-xs',
        md: 'h-7 min-w-14 px-2 text-sm',
        lg: 'h-10 min-w-20 px-3 text-lg',
        stage: 'min-w-[2.6em] px-[0.35em] py-[0.12em] text-stage-m',
      },
    },
    defaultVariants: { size: 'md' },
  },
)

type TeamChipProps = VariantProps<typeof chip> & {
  shortName: string
  colour?: string | undefined
  /** The full name, for the tooltip of the platform and for a screen reader. */
  name?: string
  className?: string
}

/** A team: its short name printed on its colour. Colour never stands alone. */
export function TeamChip({ shortName, colour, name, size, className }: TeamChipProps) {
  return (
    <abbr title={name ?? shortName} className={cn(chip({ size }), 'no-underline', className)} style={teamStyle(colour)}>
      {shortName}
    </abbr>
  )
}

/** A bar in the team's colour at the side of a row. Needs the team's style on a parent. */
export function TeamEdge({ className }: { className?: string }) {
  return <span aria-hidden className={cn('team-mark w-1 self-stretch rounded-full', className)} />
}
