import {
  type Account,
  addStaff,
  auctionById,
  type Event,
  eventById,
  type Invitation,
  reopenInvitation,
  teamsOf,
  useInvitation,
  userById,
} from '@gavel/db'
import { z } from 'zod'
import { teamFields } from '../auction/team-input.ts'
import { AppError } from '../errors.ts'
import { ensureAuction } from '../event/create-event.ts'
import { notify } from '../inbox/notify.ts'
import { addTeam } from '../pool/add-team.ts'
import { givePaddle } from '../pool/give-paddle.ts'
import { refuseTakenName } from '../pool/team-names.ts'
import type { Services } from '../services.ts'
import { guardedProcedure } from '../trpc.ts'
import { codeInput, invitationWith, lookedUp, refuseClosed, stateOf } from './codes.ts'

/** The team that an owner brings. */
const newTeam = z.strictObject(teamFields)
type NewTeam = z.infer<typeof newTeam>

/** Where a person goes on after joining. */
export type AcceptedInvitation = { goTo: 'paddle' | 'console' | 'desk' | 'event'; slug: string; auctionId: string }

const GO_TO = {
  organiser: 'desk',
  auctioneer: 'console',
  scorer: 'event',
  owner: 'paddle',
  bidder: 'paddle',
} as const satisfies Record<Invitation['role'], AcceptedInvitation['goTo']>

/**
 * Gives the caller the role that an invitation holds, once: of two people at once one has it, and the same person may repeat it. An owner
 * who is invited without a team brings one.
 */
export const accept = guardedProcedure('invitation.accept')
  .input(z.object({ code: codeInput, team: newTeam.nullable().default(null) }))
  .mutation(async ({ ctx: { services, actor, address }, input: { code, team } }): Promise<AcceptedInvitation> => {
    const { mongo, postgres } = services
    const person = actor.userId && (await userById(postgres, actor.userId))
    if (!person) throw new AppError('AUTH.SIGN_IN_FIRST')
    const invitation = await lookedUp(services, address, () => invitationWith(mongo, code))
    const event = invitation && (await eventById(mongo, invitation.eventId))
    if (!event) throw new AppError('INVITATION.NOT_FOUND')
    if (invitation.email !== null && invitation.email !== person.email) throw new AppError('INVITATION.OTHER_PERSON')
    return acceptInvitation(services, event, invitation, person, team)
  })

const acceptInvitation = async (
  services: Services,
  event: Event,
  invitation: Invitation,
  person: Account,
  team: NewTeam | null,
): Promise<AcceptedInvitation> => {
  const { mongo, logger } = services
  const auctionId = await ensureAuction(services, 'system', event)
  const isRepeat = invitation.usedBy === person.id
  if (!isRepeat) {
    refuseClosed(stateOf(invitation, Date.now()))
    if (event.status === 'finished' || event.status === 'cancelled') throw new AppError('INVITATION.EVENT_OVER')
    if (invitation.role === 'owner' && invitation.teamId === null && team === null)
      throw new AppError('INVITATION.BRING_TEAM')
  }
  const used = await useInvitation(mongo, invitation.id, person.id, Date.now())
  if (!used) throw new AppError('INVITATION.USED')
  try {
    await giveRole(services, event, auctionId, used, person, team)
    await services.reach.tell({ changed: [person.id] })
  } catch (error) {
    // What was not given is not used up. Where it is not known whether it was given, the same person may ask again.
    if (!isRepeat && error instanceof AppError && error.code !== 'AUCTION.UNAVAILABLE')
      await reopenInvitation(mongo, invitation.id, person.id)
    throw error
  }
  await tellInviter(services, event, used, person).catch((error: unknown) =>
    logger.warn({ err: error, invitationId: used.id }, 'Whoever invited could not be told'),
  )
  return { goTo: GO_TO[used.role], slug: event.slug, auctionId }
}

const giveRole = async (
  services: Services,
  event: Event,
  auctionId: string,
  invitation: Invitation,
  person: Account,
  team: NewTeam | null,
): Promise<void> => {
  const { role } = invitation
  switch (role) {
    case 'organiser':
    case 'auctioneer':
    case 'scorer':
      await addStaff(services.mongo, event.id, role, person.id)
      return
    case 'owner':
    case 'bidder':
      return joinTeam(services, auctionId, invitation, person, team)
    default:
      return role satisfies never
  }
}

/** Every owner of a team holds a paddle of it, and nobody holds two in one auction. */
const joinTeam = async (
  services: Services,
  auctionId: string,
  invitation: Invitation,
  person: Account,
  team: NewTeam | null,
): Promise<void> => {
  const { mongo, log } = services
  const auction = await auctionById(mongo, auctionId)
  if (!auction) throw new AppError('AUCTION.NOT_FOUND')
  // A team that is brought has the invitation's id: asked again, it is the same one.
  const teamId = invitation.teamId ?? invitation.id
  const teams = await teamsOf(mongo, auctionId)
  const other = teams.find((one) => one.teamId !== teamId && one.ownerIds.includes(person.id))
  if (other) throw new AppError('INVITATION.OTHER_TEAM', { team: other.name })
  if (invitation.teamId === null) {
    const brought = teams.find((one) => one.teamId === teamId)
    const look = brought ?? (team && { ...team, teamId, logoUrl: null })
    if (!look) throw new AppError('INVITATION.BRING_TEAM')
    await refuseTakenName(mongo, auctionId, look)
    const { name, short, colour, logoUrl } = look
    const purse = (await log.load(auctionId))?.state.rules.purse ?? auction.rules.purse
    const added = { teamId, name, short, colour, logoUrl, ownerIds: [person.id], purse }
    return addTeam(services, auction, person.id, `inv-${invitation.id}`, added)
  }
  return givePaddle(services, auction, person.id, teamId, person.id)
}

const AS = {
  organiser: 'as an organiser',
  auctioneer: 'as an auctioneer',
  scorer: 'as a scorer',
  owner: 'as an owner of a team',
  bidder: 'as a bidder of a team',
} as const satisfies Record<Invitation['role'], string>

const tellInviter = async (
  services: Services,
  event: Event,
  { id, invitedBy, role }: Invitation,
  person: Account,
): Promise<void> => {
  if (event.rehearsal || invitedBy === 'operator' || invitedBy === person.id) return
  await notify(services, {
    userIds: [invitedBy],
    kind: 'staff',
    key: `invitation:${id}:${person.id}`,
    title: `${person.name} has joined ${event.name}`,
    words: `${person.name} accepted your invitation and takes part ${AS[role]}.`,
    href: `/events/${event.slug}`,
  })
}
