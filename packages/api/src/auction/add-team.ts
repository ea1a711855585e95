import { newId } from '@gavel/db'
import { z } from 'zod'
import { usersByEmail } from '../auth/people.ts'
import { addTeam as addTeamTo } from '../pool/add-team.ts'
import { idForName, refuseTakenName } from '../pool/team-names.ts'
import { auctionProcedure } from '../trpc.ts'
import { purse, teamFields } from './team-input.ts'

export const addTeamInput = z.object({
  ...teamFields,
  purse: purse.nullable().default(null),
  owners: z.array(z.email()).max(5).default([]),
})

/**
 * Adds a team before the start, in one of the event's places; each owner, named by e-mail, gets a paddle. `purse` null is the rules' own.
 * The same name again means the same team, so that a form may be sent again.
 */
export const addTeam = auctionProcedure('auction.manage')
  .input(addTeamInput)
  .mutation(async ({ ctx: { services, actor, auction }, input: { name, short, colour, owners, ...input } }) => {
    const idOf = await usersByEmail(services, owners)
    const teamId = await idForName(services.mongo, auction.id, name)
    await refuseTakenName(services.mongo, auction.id, { teamId, name, short, colour })
    const ownerIds = [...new Set(owners.map(idOf))]
    await addTeamTo(services, auction, actor.userId ?? 'system', `team-${newId()}`, {
      teamId,
      name,
      short,
      colour,
      ownerIds,
      purse: input.purse ?? auction.rules.purse,
    })
    if (ownerIds.length > 0) await services.reach.tell({ changed: ownerIds })
    return { teamId }
  })
