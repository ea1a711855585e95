'use client'

import { Button } from '@gavel/ui'
import { RotateCcw, Trash2 } from 'lucide-react'

type DeedsProps = {
  /** What running again is called here. */
  verb: 'Replay' | 'Retry'
  count: number
  busy: boolean
  /** Why neither can be done now. */
  off: string | null
  /** Why the first cannot. */
  againOff?: string | null
  onAgain: () => void
  onDiscard: () => void
}

/** The two things to do about what was given up. */
export function Deeds({ verb, count, busy, off, againOff = null, onAgain, onDiscard }: DeedsProps) {
  const many = count > 1 ? ` ${count}` : ''
  return (
    <>
      <Button
        icon={<RotateCcw aria-hidden className="size-4" />}
        busy={busy}
        disabledReason={off ?? againOff}
        onClick={onAgain}
      >
        {verb}
        {many}
      </Button>
      <Button
        look="danger"
        icon={<Trash2 aria-hidden className="size-4" />}
        busy={busy}
        disabledReason={off}
        onClick={onDiscard}
      >
        Discard{many}
      </Button>
    </>
  )
}
