import { nameSet, newId } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import { noteNames } from '../pool/note-names.ts'
import { setNamed } from '../pool/sets.ts'
import { liveStateOf } from '../pool/state-of.ts'
import { auctionProcedure } from '../trpc.ts'
import { playerId, setId, setRef } from './input.ts'

/** Puts a player before another one of a set, or at its end (`before` null). A set that is named and not known begins with him. */
export const move = auctionProcedure('auction.manage')
  .input(z.strictObject({ auctionId: z.string(), playerId, set: setRef, before: playerId.nullable() }))
  .mutation(async ({ ctx: { services, actor, auction }, input: { playerId: player, set, before } }) => {
    const by = actor.userId ?? 'system'
    const target = 'id' in set ? set.id : setNamed(auction.setNames, set.name)
    if ('name' in set) {
      const { sets } = await liveStateOf(services, auction.id)
      // The name first, so that no room shows a set without one.
      if (!sets.some(({ id }) => id === target))
        await nameSet(services.mongo, auction.id, { id: target, name: set.name })
    }
    await command(services.log, auction, by, `move-${newId()}`, { type: 'MovePlayer', player, set: target, before })
    return { setId: target }
  })

/** Puts a set before another one, or at the end. */
export const moveSet = auctionProcedure('auction.manage')
  .input(z.strictObject({ auctionId: z.string(), set: setId, before: setId.nullable() }))
  .mutation(async ({ ctx: { services, actor, auction }, input: { set, before } }) => {
    await command(services.log, auction, actor.userId ?? 'system', `set-${newId()}`, { type: 'MoveSet', set, before })
    return { setId: set }
  })

/** Calls a set otherwise. Its id in the log stays, and so do its players and its place. */
export const renameSet = auctionProcedure('auction.manage')
  .input(z.strictObject({ auctionId: z.string(), set: setId, name: z.string().trim().min(1).max(60) }))
  .mutation(async ({ ctx: { services, actor, auction }, input: { set, name } }) => {
    const { sets } = await liveStateOf(services, auction.id)
    if (!sets.some(({ id }) => id === set)) throw new AppError('AUCTION.NO_SET')
    await nameSet(services.mongo, auction.id, { id: set, name })
    await noteNames(services, auction, actor.userId ?? 'system')
    return { setId: set, name }
  })
