import type { ReactNode } from 'react'

/** What the fields above mean for people; while something in them cannot be read, that. */
export function Meaning({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-1 border-l-2 border-edge pl-3 text-sm col-span-full">
      {children ?? <p className="text-muted">What this means stands here once every field can be read.</p>}
    </div>
  )
}
