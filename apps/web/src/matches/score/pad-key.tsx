import { Button, type ButtonProps, cn, TeamEdge, teamStyle } from '@gavel/ui'
import type { ReactNode } from 'react'

type PadKeyProps = {
  /** What the face leaves out, for those who hear it: then the line under it is for the eye alone. */
  heard?: string
  kbd?: string
  onPress: () => void
  off?: string | null
  down?: boolean
  look?: ButtonProps['look']
  /** A team's colour at the left edge. */
  edge?: string
  /** A second, small line on the face. */
  under?: ReactNode
  children: ReactNode
  className?: string
}

/** A key for the thumb: at least 56 px high, its keyboard key printed on it where there is a keyboard. */
export function PadKey({ heard, kbd, onPress, off, down, look, edge, under, children, className }: PadKeyProps) {
  return (
    <Button
      look={down ? 'ink' : (look ?? 'plain')}
      aria-pressed={down}
      disabledReason={off ?? null}
      onClick={onPress}
      className={cn('relative min-h-14 touch-manipulation flex-col gap-0 px-1.5 py-1 leading-tight', className)}
      {...(kbd ? { 'aria-keyshortcuts': kbd } : {})}
      {...(edge ? { style: teamStyle(edge) } : {})}
    >
      {edge ? <TeamEdge className="absolute inset-y-1 left-1 w-1.5" /> : null}
      <span className="max-w-full [overflow-wrap:anywhere] whitespace-normal">
        {children}
        {heard ? <span className="sr-only">{heard}</span> : null}
      </span>
      {under ? (
        <span aria-hidden={heard ? true : undefined} className="text-xs font-medium">
          {under}
        </span>
      ) : null}
      {kbd ? (
        <kbd
          aria-hidden
          className="absolute top-1 right-1.5 hidden font-sans text-xs font-semibold opacity-75 pointer-fine:inline"
        >
          {kbd.toUpperCase()}
        </kbd>
      ) : null}
    </Button>
  )
}
