import { MAX_AMOUNT } from '@gavel/auction'
import { newId } from '@gavel/db'
import { z } from 'zod'
import { usersByEmail } from '../auth/people.ts'
import { addTeam as addTeamTo } from '../pool/add-team.ts'
import { auctionProcedure } from '../trpc.ts'

/** Adds a team before the start; each owner, named by e-mail, gets a paddle. `purse` null is the rules' own. */
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
    const teamId = newId()
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
