import type { ReactNode } from 'react'
import { cn } from '../lib/cn.ts'

type StageProps = { children: ReactNode; className?: string; transparent?: boolean }

/** A whole projector or broadcast picture: safe margins of 5 %, no scroll, no controls, no pointer. */
export function Stage({ children, className, transparent = false }: StageProps) {
  return (
    <main
      id="main"
      data-stage={transparent ? 'overlay' : 'stage'}
      className={cn(
        'fixed inset-0 z-40 grid cursor-none overflow-hidden p-[5vmin] px-[5vw] select-none',
        transparent ? 'bg-transparent' : 'bg-surface',
        className,
      )}
    >
      {children}
    </main>
  )
}
