'use client'

import { openPad, type Pad, type PadSnapshot, type Wording } from '@gavel/room'
import type { MatchState } from '@gavel/scoring'
import { useLatest } from '@gavel/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTRPC } from '../../trpc/client.tsx'

const never = () => () => {}
const nothing = () => null

type PadPage = { matchId: string; realtimeUrl: string; user: string; initial: MatchState | null; blind: boolean }

/** The scorer's pad of a match on this page: null until the browser's database is open. */
export function usePad({ matchId, realtimeUrl, user, initial, blind }: PadPage, wording: Wording) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [pad, setPad] = useState<Pad | null>(null)
  const words = useLatest(wording)
  const first = useRef(initial)
  const accessToken = useCallback(async () => {
    // Each connect asks anew: a token lives for 15 minutes, a match for a day.
    const { token } = await queries.fetchQuery(
      trpc.auth.accessToken.queryOptions(undefined, { staleTime: 0, retry: 2 }),
    )
    return token
  }, [queries, trpc])

  useEffect(() => {
    let gone = false
    let opened: Pad | null = null
    void openPad({
      matchId,
      realtimeUrl,
      as: blind ? 'blind' : 'scorer',
      accessToken,
      user,
      initial: first.current,
      wording: (state, of) => words.current(state, of),
    }).then((made) => {
      if (gone) return made.close()
      opened = made
      setPad(made)
    })
    return () => {
      gone = true
      setPad(null)
      opened?.close()
    }
  }, [matchId, realtimeUrl, user, blind, accessToken, words])

  const snapshot = useSyncExternalStore<PadSnapshot | null>(pad?.subscribe ?? never, pad?.snapshot ?? nothing, nothing)
  return { pad, snapshot }
}
