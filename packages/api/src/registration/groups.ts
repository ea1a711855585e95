import {
  changeRegistration,
  insertRegistration,
  newId,
  type PlayerDetails,
  peopleOf,
  type Registration,
  registrationById,
  registrationOf,
} from '@gavel/db'
import { type Applicant, type Registration as Entry, stands as entryStands } from '@gavel/registration'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { answersInput, bornInput, categoryInput, playerDetails, refuseBadBase } from '../event/register-input.ts'
import { eventProcedure, registrationProcedure } from '../trpc.ts'
import { actOn } from './act.ts'
import { entryOf } from './entry.ts'
import { followGroup } from './follow-group.ts'
import { refused } from './refused.ts'
import { stands } from './standing.ts'
import { type MyRegistration, shownTo } from './view.ts'

const groupInput = z.object({ id: z.string().max(40), key: z.string().max(20) })

/** A group as somebody sees it who was given its link. `closed`: why nobody can join now, in words. */
export type GroupView = {
  id: string
  kind: Registration['kind']
  captain: string
  team: string | null
  seats: { name: string | null; open: boolean }[]
  open: number
  closed: string | null
  /** Whether the asker has a seat in it. */
  joined: boolean
}

/** A captain's group by its link. @throws AppError REGISTRATION.NOT_FOUND where the link is not right */
const groupOf = async (
  services: Parameters<typeof actOn>[0],
  event: { id: string },
  { id, key }: z.infer<typeof groupInput>,
): Promise<Registration> => {
  const group = await registrationById(services.mongo, id)
  if (group?.eventId !== event.id || group.joinKey === null || group.joinKey !== key.toUpperCase())
    throw new AppError('REGISTRATION.NOT_FOUND')
  return group
}

/** What a group's link leads to. */
export const group = eventProcedure('registration.submit')
  .input(groupInput)
  .query(async ({ ctx: { services, actor, event }, input }): Promise<GroupView> => {
    const registration = await groupOf(services, event, input)
    const entry = entryOf(registration)
    const names = await namesIn(services, entry)
    const open = entry.seats.filter(({ entrant }) => entrant === null).length
    return {
      id: registration.id,
      kind: registration.kind,
      captain: names.get(registration.userId) ?? 'Somebody',
      team: registration.details.kind === 'owner' ? registration.details.team : null,
      seats: entry.seats.map(({ entrant }) => ({
        name: entrant && (names.get(entrant.person) ?? 'Somebody'),
        open: entrant === null,
      })),
      open,
      closed: closedWords(entry, open),
      joined: entry.seats.some(({ entrant }) => entrant?.person === actor.userId),
    }
  })

const closedWords = (entry: Entry, open: number): string | null => {
  if (!entryStands(entry)) return 'This group is not in the event any more.'
  if (entry.stage.is === 'confirmed') return 'This group is complete.'
  return open === 0 ? 'All seats of this group are taken.' : null
}

const namesIn = async ({ postgres }: Parameters<typeof actOn>[0], { seats }: Entry): Promise<Map<string, string>> => {
  const people = await peopleOf(
    postgres,
    seats.flatMap(({ entrant }) => entrant?.person ?? []),
  )
  return new Map([...people].map(([userId, { name }]) => [userId, name]))
}

const takeSeatInput = groupInput.extend({
  details: playerDetails.nullable().default(null),
  born: bornInput,
  category: categoryInput,
  answers: answersInput,
})

/**
 * Takes an open seat of a group by its link: as a player with own details, or as another owner of the captain's team.
 * @throws AppError REGISTRATION.REFUSED, REGISTRATION.ELSEWHERE, REGISTRATION.BAD_BASE
 */
export const takeSeat = eventProcedure('registration.submit')
  .input(takeSeatInput)
  .mutation(async ({ ctx: { services, actor, event }, input }): Promise<MyRegistration> => {
    const userId = actor.userId
    if (userId === null) throw new AppError('AUTH.SIGN_IN_FIRST')
    await services.limits.take('registerByUser', userId)
    const captain = await groupOf(services, event, input)
    const details = await detailsFor(services, event, captain, input.details)
    const member = await claimMember(services, captain, userId, details)
    const applicant: Applicant = {
      person: userId,
      born: input.born,
      category: input.category,
      answers: input.answers,
    }
    const acted = await actOn(services, captain.id, { type: 'TakeSeat', seat: null, applicant })
    // Who found no seat is not left standing beside the group.
    await followGroup(services, event, acted.registration, acted.entry)
    if (acted.refusal) throw refused(acted.refusal, event.timeZone)
    const own = await registrationById(services.mongo, member.id)
    return shownTo(services, event, own ?? member, userId)
  })

const detailsFor = async (
  services: Parameters<typeof refuseBadBase>[0],
  event: Parameters<typeof refuseBadBase>[1],
  captain: Registration,
  details: Omit<PlayerDetails, 'photoUrl'> | null,
): Promise<Registration['details']> => {
  if (captain.details.kind === 'owner') return captain.details
  if (details === null) throw new AppError('REGISTRATION.BAD_BASE')
  await refuseBadBase(services, event, details)
  return { ...details, photoUrl: null }
}

/** A person's own registration, made the group's. @throws AppError REGISTRATION.ELSEWHERE where it stands for itself or in another group */
const claimMember = async (
  { mongo }: Parameters<typeof actOn>[0],
  captain: Registration,
  userId: string,
  details: Registration['details'],
): Promise<Registration> => {
  if (userId === captain.userId) throw new AppError('REGISTRATION.ELSEWHERE')
  const { eventId, kind } = captain
  const nowMs = Date.now()
  const before = await registrationOf(mongo, { eventId, userId, kind })
  if (!before) {
    const row = { id: newId(), eventId, userId, details, memberOf: captain.id }
    return (await insertRegistration(mongo, row, null, nowMs)).registration
  }
  if (before.memberOf === captain.id && stands(before.status)) return before
  if (stands(before.status)) throw new AppError('REGISTRATION.ELSEWHERE')
  const change = {
    memberOf: captain.id,
    details,
    status: 'pending',
    reason: null,
    joinKey: null,
    dueAtMs: null,
  } as const
  const changed = await changeRegistration(mongo, before, change, null, nowMs)
  if (!changed) throw new AppError('REGISTRATION.ELSEWHERE')
  return changed.registration
}

/** The captain goes on with fewer: so many open seats are given up, with their places. @throws AppError REGISTRATION.REFUSED */
export const giveUpSeats = registrationProcedure('registration.withdraw')
  .input(z.object({ count: z.number().int().min(1).max(31) }))
  .mutation(async ({ ctx: { services, actor, event, registration }, input }): Promise<MyRegistration> => {
    const open = entryOf(registration).seats.filter(({ entrant }) => entrant === null)
    const seats = open.slice(-input.count).map(({ id }) => id)
    const acted = await actOn(services, registration.id, { type: 'GiveUpSeats', seats })
    if (acted.refusal) throw refused(acted.refusal, event.timeZone)
    return shownTo(services, event, acted.registration, actor.userId)
  })

/** The captain, or an organiser, takes a member out; what they paid goes back. @throws AppError REGISTRATION.REFUSED, REGISTRATION.IN_PLAY */
export const leaveSeat = registrationProcedure('registration.withdraw')
  .input(z.object({ seat: z.string().max(60) }))
  .mutation(async ({ ctx: { services, actor, event, registration }, input }): Promise<MyRegistration> => {
    const by = actor.userId ?? 'system'
    const person = entryOf(registration).seats.find(({ id }) => id === input.seat)?.entrant?.person
    if (person === undefined) throw new AppError('REGISTRATION.NOT_FOUND')
    const acted = await actOn(services, registration.id, { type: 'LeaveSeat', person, by, asOrganiser: true })
    if (acted.refusal) throw refused(acted.refusal, event.timeZone)
    await followGroup(services, event, acted.registration, acted.entry)
    return shownTo(services, event, acted.registration, actor.userId)
  })

/** Takes the place that is on offer. @throws AppError REGISTRATION.REFUSED where there is none, or no more */
export const accept = registrationProcedure('registration.withdraw').mutation(
  async ({ ctx: { services, actor, event, registration } }): Promise<MyRegistration> => {
    const acted = await actOn(services, registration.id, { type: 'Accept' })
    if (acted.refusal) throw refused(acted.refusal, event.timeZone)
    return shownTo(services, event, acted.registration, actor.userId)
  },
)
