import { registrationById } from '@gavel/db'
import { z } from 'zod'
import { startedInWords } from '../event/update.ts'
import { idInput } from '../log/id-input.ts'
import { removeTeamFrom } from '../pool/remove-team.ts'
import { withdrawRegistration } from '../registration/withdraw-registration.ts'
import { auctionProcedure } from '../trpc.ts'

/**
 * Takes a team without players out before the start, with its paddles; its place is free again. A team that was registered is withdrawn,
 * and its owner told. Repeating it is harmless.
 */
export const removeTeam = auctionProcedure('auction.manage')
  .input(z.object({ teamId: idInput }))
  .mutation(async ({ ctx: { services, actor, auction, event }, input: { teamId } }): Promise<{ teamId: string }> => {
    const by = actor.userId ?? 'system'
    const registration = await registrationById(services.mongo, teamId)
    if (registration?.eventId === event.id)
      await withdrawRegistration(services, event, registration, { by, reason: 'The organiser took this team out.' })
    else await removeTeamFrom(services, auction, by, teamId).catch(startedInWords)
    return { teamId }
  })
