'use client'

import { type Amount, type AuctionState, openLots, type TeamId } from '@gavel/auction'
import type { TeamAct } from '@gavel/protocol'
import type { Outcome } from '@gavel/room'
import { useCallback, useEffect, useState } from 'react'
import { commitmentOf, keepSeal, newSecret, type Seal, type SealPlace, type SealStore, sealBehind } from './seals.ts'

/** After so many attempts that failed the page leaves revealing to the person. */
const ATTEMPTS = 5
const AGAIN_AFTER_MS = 1_500

const localStore = (): SealStore => (typeof localStorage === 'undefined' ? null : localStorage)

export type Seals = ReturnType<typeof useSeals>

/**
 * The sealed amounts of a team: made here, kept here before they are sent, and revealed by themselves once all are in. It has to run for as
 * long as the paddle's page is open, whatever of it is on the screen.
 *
 * @param off why nothing can be sent now, or null
 */
export function useSeals(
  auction: AuctionState | null,
  team: TeamId | null,
  off: string | null,
  act: (act: TeamAct) => Promise<Outcome>,
) {
  const [attempt, setAttempt] = useState(0)
  const auctionId = auction?.auctionId ?? ''

  const placeOf = useCallback(
    (lot: number, round: number): SealPlace => ({ auctionId, lot, round, team: team ?? '' }),
    [auctionId, team],
  )
  /** What this device knows of the amount that the room was told of, or null. */
  const behind = useCallback(
    (lot: number, round: number, commitment: string): Seal | null =>
      sealBehind(localStore(), placeOf(lot, round), commitment),
    [placeOf],
  )
  /** Whether an amount and a code that somebody typed are what the room was told of. */
  const fits = useCallback(
    (lot: number, round: number, seal: Seal, commitment: string) =>
      commitmentOf(placeOf(lot, round), seal) === commitment,
    [placeOf],
  )
  const reveal = useCallback(
    (lot: number, round: number, seal: Seal) => act({ type: 'RevealAmount', lot, round, ...seal }),
    [act],
  )

  /** Seals an amount, if this device can keep it until it is revealed. */
  const seal = useCallback(
    async (lot: number, round: number, amount: Amount): Promise<Outcome> => {
      const place = placeOf(lot, round)
      const made = { amount, secret: newSecret() }
      // Kept before it is sent: an amount whose secret is lost is no offer.
      if (!keepSeal(localStore(), place, made)) return NOT_KEPT
      return act({ type: 'SealAmount', lot, round, commitment: commitmentOf(place, made) })
    },
    [act, placeOf],
  )

  const due = auction && team ? dueReveal(auction, team, behind) : null
  const key = due ? `${due.lot}-${due.round}` : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` and `attempt` are what makes it try, not every new state
  useEffect(() => {
    if (!due || off || attempt >= ATTEMPTS) return
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    void reveal(due.lot, due.round, due.seal).then(({ is }) => {
      if (!gone && is !== 'accepted') timer = setTimeout(() => setAttempt((now) => now + 1), AGAIN_AFTER_MS)
    })
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [key, off, attempt])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another amount begins anew
  useEffect(() => setAttempt(0), [key])

  return { seal, reveal, behind, fits }
}

const NOT_KEPT: Outcome = {
  is: 'unknown',
  words:
    'This browser keeps nothing, so the amount could not be revealed later. Nothing was sent: use another browser.',
}

/** The amount that this device has to reveal now, or null. */
function dueReveal(
  auction: AuctionState,
  team: TeamId,
  behind: (lot: number, round: number, commitment: string) => Seal | null,
): { lot: number; round: number; seal: Seal } | null {
  if (auction.phase.is !== 'running') return null
  for (const { lot, stage } of openLots(auction)) {
    if (stage.is !== 'revealing') continue
    const mine = stage.seals.find((one) => one.team === team && one.amount === null)
    const seal = mine && behind(lot, stage.round, mine.commitment)
    if (seal) return { lot, round: stage.round, seal }
  }
  return null
}
