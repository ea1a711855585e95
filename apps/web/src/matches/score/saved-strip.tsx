'use client'

import { cn } from '@gavel/ui'
import { CircleCheck, CloudOff, Send } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ALL_SENT, NO_NETWORK } from './waiting-words.ts'

type SavedStripProps = { words: string; waiting: number; reach: boolean }

/** A ball that is on its way for so long is worth a word. */
const ON_ITS_WAY_MS = 700

/** Where what was scored is: one line that is always there, so nothing jumps. */
export function SavedStrip({ words, waiting, reach }: SavedStripProps) {
  const slow = useSlow(waiting > 0)
  const shown = !reach || slow
  const Icon = !shown ? CircleCheck : reach ? Send : CloudOff
  return (
    <>
      <p
        data-waiting={waiting}
        className={cn(
          'flex min-h-8 items-center justify-center gap-2 px-3 text-center text-sm font-semibold',
          shown ? 'bg-warn text-on-accent' : 'bg-sunken text-muted',
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {shown ? words : ALL_SENT}
      </p>
      {/* Each ball is read aloud as it is written; of the network only that it is gone. */}
      <p role="status" className="sr-only">
        {reach ? null : NO_NETWORK}
      </p>
    </>
  )
}

/** Whether something has been so for a while: what is over in a moment changes nothing on the page. */
function useSlow(on: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!on) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), ON_ITS_WAY_MS)
    return () => clearTimeout(timer)
  }, [on])
  return slow
}
