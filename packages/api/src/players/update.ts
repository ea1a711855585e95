import { type Auction, changePlayer, newId } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import { dropPicture } from '../media/pictures.ts'
import { noteNames } from '../pool/note-names.ts'
import { liveStateOf } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { auctionProcedure, authorise } from '../trpc.ts'
import { playerChange, playerId } from './input.ts'

/**
 * Corrects a player. What people read (name, country, role, age, caps, photo) may change at any time, and the log keeps its meaning; what the
 * rules count (base price, nationality, categories) while nobody owns the player, and the former team before the start, which is for those who
 * manage the auction.
 */
export const update = auctionProcedure('auction.correct')
  .input(z.strictObject({ auctionId: z.string(), playerId, change: playerChange }))
  .mutation(async ({ ctx: { services, actor, auction, subject }, input }) => {
    const { overseas, categories, formerTeam, ...change } = input.change
    const by = actor.userId ?? 'system'
    const counted = { base: change.base, overseas, categories, formerTeam }
    if (Object.values(counted).some((value) => value !== undefined)) {
      authorise(actor, 'auction.manage', subject)
      await changeCounted(services, auction, by, input.playerId, counted)
    }
    const before = await changePlayer(services.mongo, { auctionId: auction.id, playerId: input.playerId }, change)
    if (!before) throw new AppError('AUCTION.NO_PLAYER')
    const { base: _, ...read } = change
    const changed = Object.entries(read).some(([field, value]) => before[field as keyof typeof read] !== value)
    if (!changed) return { playerId: input.playerId }
    if (read.photoUrl === null) await dropPicture(services, before.photoUrl)
    await noteNames(services, auction, by)
    return { playerId: input.playerId }
  })

/** What the rules count: only what differs goes into the log. */
const changeCounted = async (
  services: Pick<Services, 'log'>,
  auction: Pick<Auction, 'id' | 'rules'>,
  by: string,
  playerId: string,
  given: { base?: number; overseas?: boolean | null; categories?: readonly string[]; formerTeam?: string | null },
): Promise<void> => {
  const player = (await liveStateOf(services, auction.id)).players[playerId]
  if (!player) throw new AppError('AUCTION.NO_PLAYER')
  const { base = player.base, overseas = player.overseas, categories = player.categories } = given
  const same =
    categories.length === player.categories.length && categories.every((id) => player.categories.includes(id))
  if (base !== player.base || overseas !== player.overseas || !same)
    await command(services.log, auction, by, `edit-${newId()}`, {
      ...{ type: 'EditPlayer', player: playerId, base, overseas },
      ...(same ? {} : { categories }),
    })
  const { formerTeam: team } = given
  if (team !== undefined && team !== player.formerTeam)
    await command(services.log, auction, by, `former-${newId()}`, {
      type: 'SetFormerTeams',
      players: [{ player: playerId, team }],
    })
}
