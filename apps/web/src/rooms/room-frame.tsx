import { cn } from '@gavel/ui'
import type { ReactNode } from 'react'

/**
 * What the layout of a live room is measured by. A container's `rem` is the reader's own text size, so a page with text at
 * twice its size gets the layout of a screen half as wide, and nothing overlaps.
 */
export function RoomFrame({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cn('@container flex w-full flex-1 flex-col', className)}>{children}</div>
}
