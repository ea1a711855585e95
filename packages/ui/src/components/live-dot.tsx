import { cn } from '../lib/cn.ts'

/** The ball in play: says `Live` beside a dot. The dot does not blink. */
export function LiveDot({ words = 'Live', className }: { words?: string; className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-1.5 text-sm font-semibold text-live', className)}>
      <span aria-hidden className="relative size-2.5 rounded-full bg-live">
        <span className="absolute top-[15%] left-1/2 h-[70%] w-px -rotate-20 bg-raised" />
      </span>
      {words}
    </span>
  )
}
