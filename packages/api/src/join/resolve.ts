import { eventById, eventByJoinCode, type Invitation, JOIN_CODE_LENGTH, namesOf, teamsOf, userById } from '@gavel/db'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { cardOf, type EventCard } from '../event/card.ts'
import { codeInput, type InvitationState, invitationWith, lookedUp, stateOf } from '../invitation/codes.ts'
import { type InvitedTeam, invitedTeam } from '../invitation/team.ts'
import { maySee, openProcedure, subjectIn } from '../trpc.ts'

/** What a code leads to. */
export type ResolvedCode =
  | { kind: 'event'; event: EventCard }
  | {
      kind: 'invitation'
      role: Invitation['role']
      event: EventCard
      /** The team that an owner or bidder joins; null for others, and for an owner who brings one. */
      team: InvitedTeam | null
      /** Colours of the teams that are there, so that one more begins with another. */
      colours: string[]
      state: InvitationState
      /** Whether the caller may go on: it is open and for nobody else by name, or the caller has used it. */
      yours: boolean
      /** The name of whoever invites. */
      invitedBy: string
      expiresAtMs: number
    }

/**
 * What is behind a code that somebody scanned or typed: an event for its fans, or an invitation. It changes nothing.
 * @throws AppError INVITATION.NOT_FOUND for a code that leads nowhere, LIMIT.TOO_MANY
 */
export const resolve = openProcedure
  .input(z.object({ code: codeInput }))
  .query(async ({ ctx, input: { code } }): Promise<ResolvedCode> => {
    const found = await lookedUp(ctx.services, ctx.address, () =>
      code.length === JOIN_CODE_LENGTH ? eventWith(ctx, code) : invited(ctx, code),
    )
    if (!found) throw new AppError('INVITATION.NOT_FOUND')
    return found
  })

const eventWith = async (ctx: Context, code: string): Promise<ResolvedCode | null> => {
  const event = await eventByJoinCode(ctx.services.mongo, code)
  if (!event || !maySee(ctx.actor, event, await subjectIn(ctx, event))) return null
  return { kind: 'event', event: await cardOf(ctx, event) }
}

const invited = async (ctx: Context, code: string): Promise<ResolvedCode | null> => {
  const { mongo, postgres } = ctx.services
  const invitation = await invitationWith(mongo, code)
  const event = invitation && (await eventById(mongo, invitation.eventId))
  if (!event) return null
  const [card, teams, names, yours] = await Promise.all([
    cardOf(ctx, event),
    event.auctionId === null ? [] : teamsOf(mongo, event.auctionId),
    namesOf(postgres, [invitation.invitedBy]),
    isYours(ctx, invitation),
  ])
  return {
    kind: 'invitation',
    role: invitation.role,
    event: card,
    team: invitedTeam(teams, invitation.teamId),
    colours: teams.map(({ colour }) => colour),
    state: stateOf(invitation, Date.now()),
    yours,
    invitedBy: names.get(invitation.invitedBy) ?? 'The organisers',
    expiresAtMs: invitation.expiresAtMs,
  }
}

const isYours = async (
  { services: { postgres }, actor: { userId } }: Context,
  { usedBy, email }: Invitation,
): Promise<boolean> => {
  if (usedBy !== null) return usedBy === userId
  if (email === null || userId === null) return true
  return (await userById(postgres, userId))?.email === email
}
