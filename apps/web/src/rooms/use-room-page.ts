'use client'

import type { AuctionState, Audience } from '@gavel/auction'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useAuctionRoom } from '../realtime/use-auction-room.ts'
import { useTRPC } from '../trpc/client.tsx'
import { directoryOf, type RoomInfo } from './directory.ts'

export type RoomPageProps = {
  info: RoomInfo
  /** The state that the server read, so the first picture has everything in it. Null where it could not be read. */
  auction: AuctionState | null
  realtimeUrl: string
  signedIn: boolean
}

/** The live room and the names for its ids. Names are read again when somebody joined after the page was made. */
export function useRoomPage({ info, auction, realtimeUrl, signedIn }: RoomPageProps, as: Audience) {
  const { auctionId } = info
  const trpc = useTRPC()
  const queries = useQueryClient()

  const accessToken = useCallback(async () => {
    if (!signedIn) return null
    // Each connect asks anew: a token lives for 15 minutes, a page for a whole evening.
    const { token } = await queries.fetchQuery(
      trpc.auth.accessToken.queryOptions(undefined, { staleTime: 0, retry: 2 }),
    )
    return token
  }, [signedIn, queries, trpc])

  const room = useAuctionRoom({ auctionId, realtimeUrl, as, accessToken }, auction)
  const [asked, setAsked] = useState(0)
  const { data: roster } = useQuery(
    trpc.auction.roster.queryOptions({ auctionId }, { enabled: asked > 0, staleTime: 0 }),
  )
  const directory = useMemo(() => directoryOf(roster ?? info), [roster, info])

  const { players = {}, teams = {} } = room.auction ?? {}
  const size = Object.keys(players).length + Object.keys(teams).length
  useEffect(() => {
    if (size > 0 && !directory.knows(Object.keys(players), Object.keys(teams))) setAsked(size)
  }, [size, players, teams, directory])
  useEffect(() => {
    if (asked > 0) void queries.invalidateQueries(trpc.auction.roster.queryFilter({ auctionId }))
  }, [asked, queries, trpc, auctionId])

  return { room, directory }
}
