'use client'

import type { PlayerId } from '@gavel/auction'
import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'

const stored = z.object({ all: z.string(), players: z.record(z.string(), z.string()) })

/** An auctioneer's own notes: one sheet for the evening, and a line for any player. */
export type Notes = Readonly<z.infer<typeof stored>>

const NONE: Notes = { all: '', players: {} }

/** Notes stay in this browser: nobody else sees them. */
export function useNotes(auctionId: string) {
  const key = `gavel-notes-${auctionId}`
  const [notes, setNotes] = useState<Notes>(NONE)

  useEffect(() => {
    try {
      setNotes(stored.parse(JSON.parse(localStorage.getItem(key) ?? 'null')))
    } catch {
      setNotes(NONE)
    }
  }, [key])

  /** @param player null: the sheet for the evening */
  const write = useCallback(
    (player: PlayerId | null, text: string) =>
      setNotes((now) => {
        const { [player ?? '']: _, ...others } = now.players
        const players = player === null || text === '' ? others : { ...others, [player]: text }
        const next = player === null ? { ...now, all: text } : { ...now, players }
        localStorage.setItem(key, JSON.stringify(next))
        return next
      }),
    [key],
  )
  return { notes, write }
}
