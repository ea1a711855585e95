'use client'

import type { AuctionState, Audience } from '@gavel/auction'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useAuctionRoom } from '../realtime/use-auction-room.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { RoomInfo } from './directory.ts'
import { useDirectory } from './use-directory.ts'

export type RoomPageProps = {
  info: RoomInfo
  /** The state that the server read, so the first picture has everything in it. Null where it could not be read. */
  auction: AuctionState | null
  /** How late that is, in milliseconds. */
  delayMs: number
  realtimeUrl: string
  signedIn: boolean
}

/**
 * The live room, how late it is shown, and the names for its ids.
 * @param late the page is for strangers: it shows what the public is shown, whoever has opened it
 */
export function useRoomPage(props: RoomPageProps, as: Audience, late = false) {
  const { info, auction, realtimeUrl, signedIn } = props
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

  const joined = useAuctionRoom({ auctionId, realtimeUrl, as, late, accessToken }, auction)
  const { delayMs } = joined
  // Until the server's clock has been read, the moment that the first picture shows is the best guess of it.
  const room = delayMs === null && props.delayMs > 0 ? { ...joined, offsetMs: -props.delayMs } : joined
  const directory = useDirectory({
    auctionId,
    first: info,
    firstCount: auction?.names ?? null,
    auction: room.auction,
    urgent: as === 'auctioneer',
  })
  return { room, directory, delayMs: delayMs ?? props.delayMs }
}
