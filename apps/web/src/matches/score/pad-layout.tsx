import { cn } from '@gavel/ui'
import type { ReactNode } from 'react'

/** The pad as a thumb holds it: what stands above, the plays between, the keys at the foot; on a desk the plays stand beside. */
export function PadLayout({ board, list, keys }: { board: ReactNode; list: ReactNode; keys: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-6xl flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto] gap-x-6 px-3 @4xl:grid-cols-[minmax(0,27rem)_minmax(0,1fr)] @4xl:grid-rows-[auto_1fr] @4xl:px-5">
      <div className="pt-2">{board}</div>
      <div className="min-h-24 py-2 @4xl:col-start-2 @4xl:row-span-2 @4xl:row-start-1 @4xl:py-4">{list}</div>
      <div className="sticky bottom-0 z-10 -mx-3 border-t bg-surface px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] @4xl:static @4xl:mx-0 @4xl:border-0 @4xl:px-0 @4xl:pt-4">
        {keys}
      </div>
    </div>
  )
}

/** Keys of one row. */
export function KeyRow({ children, of = 4 }: { children: ReactNode; of?: 1 | 2 | 3 | 4 }) {
  const columns = { 1: 'grid-cols-1', 2: 'grid-cols-2', 3: 'grid-cols-3', 4: 'grid-cols-4' }[of]
  return <div className={cn('grid gap-1.5 *:min-w-0', columns)}>{children}</div>
}
