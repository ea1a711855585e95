import { cn } from '@gavel/ui'
import type { ReactNode } from 'react'

type JoinFrameProps = {
  /** Above the title, in a few words: who invites, or what this is. */
  over: ReactNode
  title: string
  children: ReactNode
  className?: string
}

/** One column for whoever comes in by a code: a phone held in one hand, standing in a hall. */
export function JoinFrame({ over, title, children, className }: JoinFrameProps) {
  return (
    <main
      id="main"
      className={cn('mx-auto grid w-full max-w-md flex-1 content-start gap-6 px-4 py-8 sm:px-6 sm:py-14', className)}
    >
      <div className="grid gap-2">
        <div className="text-sm font-semibold text-muted">{over}</div>
        <h1 className="text-xl break-words">{title}</h1>
      </div>
      {children}
    </main>
  )
}
