import { MAX_AMOUNT } from '@gavel/auction'
import { z } from 'zod'
import { usersByEmail } from '../auth/people.ts'
import { addTeam as addTeamTo } from '../pool/add-team.ts'
import { refuseTakenName, teamIdOf } from '../pool/team-names.ts'
import { auctionProcedure } from '../trpc.ts'

/**
 * Adds a team before the start, in one of the event's places; each owner, named by e-mail, gets a paddle. `purse` null is the rules' own.
 * The same name again means the same team, so that a form may be sent again.
 */
export const addTeam = auctionProcedure('auction.manage')
  .input(
    z.object({
      name: z.string().trim().min(2).max(60),
      short: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9]{2,4}$/, 'Two to four letters or digits')
        .transform((short) => short.toUpperCase()),
      colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
      purse: z.number().int().positive().lt(MAX_AMOUNT).nullable().default(null),
      owners: z.array(z.email()).max(5).default([]),
    }),
  )
  .mutation(async ({ ctx: { services, actor, auction }, input: { name, short, colour, purse, owners } }) => {
    const idOf = await usersByEmail(services, owners)
    const teamId = teamIdOf(auction.id, name)
    await refuseTakenName(services.mongo, auction.id, { teamId, name, short, colour })
    await addTeamTo(services, auction, actor.userId ?? 'system', `team-${teamId}`, {
      teamId,
      name,
      short,
      colour,
      ownerIds: [...new Set(owners.map(idOf))],
      purse: purse ?? auction.rules.purse,
    })
    return { teamId }
  })
