import 'server-only'
import { AppError, type AuctionPage } from '@gavel/api'
import { loadEnvPart } from '@gavel/config'
import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { api } from '../server/context.ts'
import type { RoomPageProps } from './use-room-page.ts'

type LoadedRoom = { props: RoomPageProps; you: AuctionPage['you']; event: AuctionPage['event'] }

/** What a room's page is first drawn with, read with the rights of the person who asked. An auction that is not there ends in the 404. */
export const loadRoom = cache(async (auctionId: string): Promise<LoadedRoom> => {
  const caller = await api()
  try {
    const [page, roster, picture] = await Promise.all([
      caller.auction.byId({ auctionId }),
      caller.auction.roster({ auctionId }),
      caller.auction.view({ auctionId }),
    ])
    const { event, you } = page
    const { realtimeUrl } = loadEnvPart(['realtimeUrl'])
    const info = { auctionId, event: { slug: event.slug, name: event.name }, ...roster }
    return {
      event,
      you,
      props: { info, auction: picture?.state ?? null, realtimeUrl, signedIn: you.userId !== null },
    }
  } catch (error) {
    const refused = error instanceof TRPCError ? error.cause : error
    if (refused instanceof AppError && refused.code === 'AUCTION.NOT_FOUND') notFound()
    throw error
  }
})
