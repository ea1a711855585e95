import { cva, type VariantProps } from 'class-variance-authority'
import { cn } from '../lib/cn.ts'
import { type TeamStyle, teamStyle } from '../lib/team-colour.ts'

const frame = cva(
  'relative grid shrink-0 place-items-center overflow-hidden rounded-card bg-sunken font-bold ring-1 ring-line ring-inset text-muted select-none',
  {
    variants: {
      size: {
        sm: 'size-8 text-xs',
        md: 'size-12 text-base',
        lg: 'size-24 text-2xl tracking-tight',
        fill: 'aspect-[4/5] w-full text-[30cqi] leading-none tracking-tighter',
        // Initials need no portrait: a plate as wide as the column.
        plate: 'aspect-[16/9] w-full text-[20cqi] leading-none tracking-tighter',
      },
    },
    defaultVariants: { size: 'md' },
  },
)

type MonogramProps = VariantProps<typeof frame> & {
  name: string
  /** A photo, where there is one. */
  src?: string | null | undefined
  /** Prints the monogram on a team's colour. */
  colour?: string | undefined
  className?: string
}

/** A face, or the initials of a name where there is no photo. */
export function Monogram({ name, src, colour, size, className }: MonogramProps) {
  const style: TeamStyle | undefined = colour ? teamStyle(colour) : undefined
  return (
    <span className={cn('block shrink-0', (size === 'fill' || size === 'plate') && '@container w-full', className)}>
      <span className={cn(frame({ size }), colour && 'team-chip')} style={style}>
        {src ? (
          <img src={src} alt="" className="absolute inset-0 size-full object-cover object-top" />
        ) : (
          <span aria-hidden>{initials(name)}</span>
        )}
      </span>
    </span>
  )
}

/** The first letters of the first and the last word: `Rohit Sharma` gives `RS`, `KL Rahul` gives `KR`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}
