'use client'

import type { PlayerId } from '@gavel/auction'
import { useCallback, useEffect, useState } from 'react'
import { useMyMaxima } from '../stages/use-my-maxima.ts'
import { moved, storedWishes, type Wishes, withMaximum } from '../wishes.ts'

/** An owner's private list of players with maximum prices. It stays on this device until the owner hands it to the autopilot. */
export function useMyList(auctionId: string) {
  const key = `gavel-list-${auctionId}`
  const [list, setList] = useState<Wishes>([])

  useEffect(() => setList(storedWishes(localStorage.getItem(key))), [key])
  const { mine } = useMyMaxima(auctionId)
  useEffect(() => {
    // A device that has no list yet begins with the one that the team handed over.
    if (mine && mine.listed.length > 0 && localStorage.getItem(key) === null) setList(mine.listed)
  }, [mine, key])

  const change = useCallback(
    (to: (now: Wishes) => Wishes) => {
      setList((now) => {
        const next = to(now)
        localStorage.setItem(key, JSON.stringify(next))
        return next
      })
    },
    [key],
  )
  return {
    list,
    /** @param max null takes the player off the list */
    put: useCallback(
      (player: PlayerId, max: number | null) => change((now) => withMaximum(now, player, max)),
      [change],
    ),
    /** @param shown the players among whom it is one place up or down */
    move: useCallback(
      (player: PlayerId, by: 1 | -1, shown: readonly PlayerId[]) => change((now) => moved(now, player, by, shown)),
      [change],
    ),
  }
}
