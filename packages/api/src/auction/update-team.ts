import { changeTeam, newId, teamsOf } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { startedInWords } from '../event/update.ts'
import { command } from '../log/command.ts'
import { idInput } from '../log/id-input.ts'
import { noteNames } from '../pool/note-names.ts'
import { liveStateOf } from '../pool/state-of.ts'
import { refuseNameOfAnother } from '../pool/team-names.ts'
import { auctionProcedure } from '../trpc.ts'
import { purse, teamFields } from './team-input.ts'

/**
 * Changes a team: its name, short name and colour at any time, its purse before the start. What stays the same may be sent along.
 * `purse` in the currency's smallest unit.
 */
export const updateTeam = auctionProcedure('auction.manage')
  .input(z.object({ ...teamFields, teamId: idInput, purse }))
  .mutation(async ({ ctx: { services, actor, auction }, input }): Promise<{ teamId: string }> => {
    const { teamId, name, short, colour } = input
    const by = actor.userId ?? 'system'
    const team = (await teamsOf(services.mongo, auction.id)).find((one) => one.teamId === teamId)
    if (!team) throw new AppError('TEAM.NOT_FOUND')
    await refuseNameOfAnother(services.mongo, auction.id, { teamId, name, short })
    // The purse first: where it is refused, nothing has changed.
    const live = (await liveStateOf(services, auction.id)).teams[teamId]
    if (live?.purse !== input.purse)
      await command(services.log, auction, by, `purse-${newId()}`, {
        type: 'SetPurse',
        team: teamId,
        purse: input.purse,
      }).catch(startedInWords)
    if (team.name === name && team.short === short && team.colour === colour) return { teamId }
    await changeTeam(services.mongo, { auctionId: auction.id, teamId }, { name, short, colour })
    await noteNames(services, auction, by)
    return { teamId }
  })
