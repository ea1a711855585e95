import 'server-only'
import { AppError, type AuctionPage } from '@gavel/api'
import { loadEnvPart } from '@gavel/config'
import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { api } from '../server/context.ts'
import type { RoomPageProps } from './use-room-page.ts'

type LoadedRoom = { props: RoomPageProps; you: AuctionPage['you']; event: AuctionPage['event'] }

/** The auction that an address names, with what the viewer is in it. One that is not there ends in the 404. */
export const findAuction = cache(async (auctionId: string): Promise<AuctionPage> => {
  try {
    return await (await api()).auction.byId({ auctionId })
  } catch (error) {
    const refused = error instanceof TRPCError ? error.cause : error
    if (refused instanceof AppError && refused.code === 'AUCTION.NOT_FOUND') notFound()
    throw error
  }
})

/** What a room's page is first drawn with, read with the rights of the person who asked. */
export const loadRoom = cache(async (auctionId: string): Promise<LoadedRoom> => {
  const caller = await api()
  const { event, you } = await findAuction(auctionId)
  const [roster, picture] = await Promise.all([
    caller.auction.roster({ auctionId }),
    caller.auction.view({ auctionId }),
  ])
  const { realtimeUrl } = loadEnvPart(['realtimeUrl'])
  const info = { auctionId, event: { slug: event.slug, name: event.name }, ...roster }
  return {
    event,
    you,
    props: { info, auction: picture?.state ?? null, realtimeUrl, signedIn: you.userId !== null },
  }
})
