'use client'

import { REACTIONS, type Reaction, type ReactionsMessage } from '@gavel/protocol'
import { Button } from '@gavel/ui'
import { Frown, Hand, Laugh, Sparkles } from 'lucide-react'
import { useEffect, useState } from 'react'

const FACES = {
  clap: { words: 'Clap', Icon: Hand },
  wow: { words: 'Wow', Icon: Sparkles },
  laugh: { words: 'Laugh', Icon: Laugh },
  oh: { words: 'Oh no', Icon: Frown },
} as const satisfies Record<Reaction, { words: string; Icon: typeof Hand }>

type ReactionsProps = {
  /** What came since the last message; a new object for each. */
  burst: ReactionsMessage['counts'] | null
  react: (kind: Reaction) => void
  /** Why nobody can react now. */
  off: string | null
}

/** Four buttons at the edge of the room, each with how often the room pressed it while this page was open. */
export function Reactions({ burst, react, off }: ReactionsProps) {
  const [totals, setTotals] = useState<Record<Reaction, number>>({ clap: 0, wow: 0, laugh: 0, oh: 0 })
  useEffect(() => {
    if (!burst) return
    setTotals((before) => {
      const next = { ...before }
      for (const kind of REACTIONS) next[kind] += burst[kind] ?? 0
      return next
    })
  }, [burst])
  return (
    <fieldset className="grid grid-cols-4 gap-2 border-0 p-0">
      <legend className="sr-only">Reactions</legend>
      {REACTIONS.map((kind) => {
        const { words, Icon } = FACES[kind]
        return (
          <Button
            key={kind}
            onClick={() => react(kind)}
            disabledReason={off}
            className="min-h-12 min-w-0 flex-col gap-0.5 px-1"
          >
            <Icon key={totals[kind]} aria-hidden className="size-5 animate-enter" />
            <span className="sr-only">{words}</span>
            <span className="text-xs text-muted tabular-nums">{totals[kind].toLocaleString('en-IN')}</span>
          </Button>
        )
      })}
    </fieldset>
  )
}
