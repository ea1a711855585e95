'use client'

import { type AuctionState, strandedWords, type TeamId } from '@gavel/auction'
import { useCallback, useMemo, useState } from 'react'
import { strandedBy } from './stranding.ts'

/** A bid that would strand the team: why, and whether the owner has been asked and may press again. */
export type Caution = { words: string; asked: boolean }

/**
 * Asks twice before a bid that would leave the squad beyond filling; any other goes through at once.
 *
 * @param next the price that the button would call; null where it can call none
 */
export function useCaution(
  auction: AuctionState | null,
  team: TeamId | null,
  next: number | null,
  place: (amount: number) => Promise<void>,
) {
  const [askedAt, setAskedAt] = useState<string | null>(null)
  const why = useMemo(() => (auction && team ? strandedBy(auction, team, next) : null), [auction, team, next])
  const at = `${auction?.lot?.lot} ${next}`
  const caution: Caution | null =
    why && auction ? { words: strandedWords(why, auction.rules.currency), asked: askedAt === at } : null
  const careful = caution !== null && !caution.asked

  const bid = useCallback(
    (amount: number) => {
      if (careful) return setAskedAt(at)
      setAskedAt(null)
      void place(amount)
    },
    [careful, at, place],
  )
  return { caution, bid }
}
