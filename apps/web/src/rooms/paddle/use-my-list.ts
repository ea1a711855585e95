'use client'

import type { PlayerId } from '@gavel/auction'
import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'

/** The most that an owner wants to pay, by player, in the currency's smallest unit. */
export type MyList = Readonly<Record<PlayerId, number>>

const stored = z.record(z.string(), z.number().int().positive())

/** An owner's private list of players with maximum prices. It stays on this device: nobody else may ever see it. */
export function useMyList(auctionId: string) {
  const key = `gavel-list-${auctionId}`
  const [list, setList] = useState<MyList>({})

  useEffect(() => {
    try {
      setList(stored.parse(JSON.parse(localStorage.getItem(key) ?? '{}')))
    } catch {
      setList({})
    }
  }, [key])

  /** @param maximum null takes the player off the list */
  const put = useCallback(
    (player: PlayerId, maximum: number | null) => {
      setList((now) => {
        const { [player]: _, ...others } = now
        const next = maximum === null ? others : { ...others, [player]: maximum }
        localStorage.setItem(key, JSON.stringify(next))
        return next
      })
    },
    [key],
  )
  return { list, put }
}
