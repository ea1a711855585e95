import 'server-only'
import { AppError, type AuctionPage } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { paths } from '../paths.ts'
import { api } from '../server/context.ts'
import { realtimeUrl } from '../server/realtime-url.ts'
import type { RoomPageProps } from './use-room-page.ts'

type LoadedRoom = { props: RoomPageProps; you: AuctionPage['you']; event: AuctionPage['event'] }

/**
 * The auction that an address names, with what the viewer is in it. One that is not there ends in the 404; a private room leads guests to
 * signing in, and people without a role to a page that says so (SHOWS-3).
 */
export const findAuction = cache(async (auctionId: string): Promise<AuctionPage> => {
  try {
    return await (await api()).auction.byId({ auctionId })
  } catch (error) {
    const refused = error instanceof TRPCError ? error.cause : error
    const code = refused instanceof AppError ? refused.code : null
    if (code === 'AUCTION.NOT_FOUND') notFound()
    if (code === 'AUTH.SIGN_IN_FIRST') redirect(paths.signin(paths.auction(auctionId)))
    if (code === 'AUTH.FORBIDDEN') redirect(paths.privateRoom)
    throw error
  }
})

/** What a room's page is first drawn with, read with the rights of the person who asked. */
export const loadRoom = cache(async (auctionId: string): Promise<LoadedRoom> => {
  const caller = await api()
  const { event, you } = await findAuction(auctionId)
  // In this order, so that the names are never older than the state's count of their changes.
  const picture = await caller.auction.view({ auctionId })
  const roster = await caller.auction.roster({ auctionId })
  const { slug, name, rehearsal, delayMs } = event
  const info = { auctionId, event: { slug, name, rehearsal, delayMs }, ...roster }
  return {
    event,
    you,
    props: {
      info,
      auction: picture?.state ?? null,
      delayMs: you.delayMs,
      realtimeUrl: await realtimeUrl(),
      signedIn: you.userId !== null,
    },
  }
})
