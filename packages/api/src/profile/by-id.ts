import { bansOf, type Profile, playerById, profileById } from '@gavel/db'
import { z } from 'zod'
import { shownPlayers } from '../auction/hidden-pool.ts'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { auctionProcedure, openProcedure } from '../trpc.ts'
import { careerOf, type Season } from './career.ts'
import { type Playing, playingOf } from './input.ts'
import { avatarUrlOf } from './mine.ts'

/** A person as everybody sees them. `bio`: Markdown. */
export type PersonPage = {
  userId: string
  name: string
  bio: string
  avatarUrl: string | null
  playing: Playing
  /** Whether everybody sees this page, or its owner and administrators alone. */
  public: boolean
  /** The asker's own page. */
  you: boolean
  /** The latest first. */
  seasons: Season[]
}

/** Whether everybody may see who this is: nobody is shown who keeps the page back, or who is shut out. */
const isShown = async ({ postgres }: Pick<Services, 'postgres'>, profile: Profile): Promise<boolean> =>
  profile.public && !(await bansOf(postgres, [profile.userId])).has(profile.userId)

/** The page of a person: everybody's where it is public, the owner's and administrators' otherwise. */
export const byId = openProcedure
  .input(z.strictObject({ userId: z.string().max(40) }))
  .query(async ({ ctx, input: { userId } }): Promise<PersonPage> => {
    const profile = await profileById(ctx.services.postgres, userId)
    const you = ctx.actor.userId === userId
    const shown = profile !== null && (await isShown(ctx.services, profile))
    // A page that is kept back looks like one that is not there.
    if (!profile || !(shown || you || ctx.actor.admin)) throw new AppError('PROFILE.NOT_FOUND')
    const { name, bio } = profile
    return {
      ...{ userId, name, bio, public: shown, you },
      avatarUrl: avatarUrlOf(profile),
      playing: playingOf(profile),
      seasons: await careerOf(ctx, userId),
    }
  })

/** The person behind a player of an auction, where there is an account and its page is public. */
export const ofPlayer = auctionProcedure('auction.watch')
  .input(z.object({ playerId: z.string().max(40) }))
  .query(async ({ ctx, input: { playerId } }): Promise<{ userId: string; name: string } | null> => {
    const { mongo, postgres } = ctx.services
    const entry = await playerById(mongo, ctx.auction.id, playerId)
    if (!entry?.userId) return null
    const shown = await shownPlayers(ctx)
    if (shown && !shown.has(playerId)) return null
    const profile = await profileById(postgres, entry.userId)
    return profile && (await isShown(ctx.services, profile)) ? { userId: profile.userId, name: profile.name } : null
  })
