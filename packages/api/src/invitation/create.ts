import { can } from '@gavel/auth'
import {
  type AuctionTeam,
  type Event,
  foldEmail,
  INVITATION_ROLES,
  type Invitation,
  insertInvitation,
  type Mongo,
  teamsOf,
  userByEmail,
} from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { notify } from '../inbox/notify.ts'
import type { Services } from '../services.ts'
import { eventProcedure } from '../trpc.ts'
import { INVITATION_MS, joinPath } from './codes.ts'
import { maySharePaddle } from './share.ts'

/** `teamId`: the team of a bidder; for an owner, null lets the owner bring a new team. `email`: no other account may accept it then. */
const createInvitationInput = z.object({
  role: z.enum(INVITATION_ROLES),
  teamId: z.string().max(40).nullable(),
  email: z.email().max(254).nullable(),
})

/** A new invitation: what to show, to send, and as a QR code. */
export type CreatedInvitation = {
  id: string
  code: string
  path: string
  expiresAtMs: number
  /** Whether the person was told: the address has an account, whose inbox now has it. Otherwise the link must be sent by hand. */
  told: boolean
}

/** Invites one person to one role. Organisers invite to all of them; an owner invites a second bidder for the own team. */
export const create = eventProcedure('invitation.create')
  .input(createInvitationInput)
  .mutation(async ({ ctx: { services, actor, event, subject }, input }): Promise<CreatedInvitation> => {
    const { mongo } = services
    const { role, teamId } = input
    if (event.status === 'finished' || event.status === 'cancelled') throw new AppError('INVITATION.EVENT_OVER')
    const team = await teamFor(mongo, event.auctionId, role, teamId)
    const shares = role === 'bidder' && (await maySharePaddle(mongo, event.id, actor.userId, team))
    if (!shares && !can(actor, 'invitation.manage', subject)) throw new AppError('AUTH.FORBIDDEN')
    const nowMs = Date.now()
    const invitation = await insertInvitation(mongo, {
      eventId: event.id,
      role,
      teamId: team?.teamId ?? null,
      email: input.email && foldEmail(input.email),
      invitedBy: actor.userId ?? 'operator',
      createdAtMs: nowMs,
      expiresAtMs: nowMs + INVITATION_MS,
    })
    const { id, code, expiresAtMs } = invitation
    const told = await tell(services, event, invitation).catch((error: unknown) => {
      services.logger.warn({ err: error, invitationId: id }, 'Whoever is invited could not be told')
      return false
    })
    return { id, code, path: joinPath(code), expiresAtMs, told }
  })

const teamFor = async (
  mongo: Mongo,
  auctionId: string | null,
  role: Invitation['role'],
  teamId: string | null,
): Promise<AuctionTeam | null> => {
  if (teamId === null) {
    if (role === 'bidder') throw new AppError('TEAM.NOT_FOUND')
    return null
  }
  if (role !== 'owner' && role !== 'bidder') return null
  const team = auctionId ? (await teamsOf(mongo, auctionId)).find((one) => one.teamId === teamId) : null
  if (!team) throw new AppError('TEAM.NOT_FOUND')
  return team
}

const AS = {
  organiser: 'to organise it',
  auctioneer: 'to be its auctioneer',
  scorer: 'to be its scorer',
  owner: 'to own a team',
  bidder: 'to bid for a team',
} as const satisfies Record<Invitation['role'], string>

/** Puts the invitation into the inbox of whoever has the address; false where nobody has. */
const tell = async (
  services: Services,
  event: Pick<Event, 'name' | 'rehearsal'>,
  { id, code, email, role }: Invitation,
): Promise<boolean> => {
  // Of a rehearsal nothing stays, in inboxes neither.
  const person = email && !event.rehearsal && (await userByEmail(services.postgres, email))
  if (!person) return false
  await notify(services, {
    userIds: [person.id],
    kind: 'staff',
    key: `invited:${id}`,
    title: `You are invited to ${event.name}`,
    words: `Somebody asks you ${AS[role]}. The invitation is for you alone and waits two weeks.`,
    href: joinPath(code),
  })
  return true
}
