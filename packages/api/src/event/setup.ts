import type { Amount, AuctionState, RuleSet } from '@gavel/auction'
import { can, NOTHING } from '@gavel/auth'
import {
  type Account,
  type AuctionTeam,
  type Event,
  listRegistrations,
  peopleOf,
  REGISTRATION_STATUSES,
  type Registration,
  type RegistrationStatus,
  teamsOf,
} from '@gavel/db'
import { stateOf } from '../pool/state-of.ts'
import { MAX_ENTRIES } from '../registration/standing.ts'
import { eventProcedure } from '../trpc.ts'
import { type You, youIn } from './by-slug.ts'
import { type ChecklistItem, checklist } from './checklist.ts'

export type SetupPerson = { userId: string; name: string; email: string }

/** A team at the desk. Money is in the currency's smallest unit; `squad` counts players. */
export type SetupTeam = Pick<AuctionTeam, 'teamId' | 'name' | 'short' | 'colour' | 'logoUrl'> & {
  purse: Amount
  spent: Amount
  squad: number
  owners: SetupPerson[]
}

/** An event at its organiser's desk: everything that can be edited, who takes part, and what is missing. */
export type EventSetup = {
  event: Pick<
    Event,
    | 'slug'
    | 'name'
    | 'description'
    | 'startsAtMs'
    | 'endsAtMs'
    | 'timeZone'
    | 'venue'
    | 'currency'
    | 'capacity'
    | 'taken'
    | 'shows'
    | 'delayMs'
    | 'approval'
    | 'entry'
    | 'nextSteps'
    | 'status'
    | 'cancelledReason'
    | 'joinCode'
    | 'rehearsal'
    | 'sandboxOf'
    | 'rehearsedAtMs'
    | 'rulesSeenAtMs'
  > & { auctionId: string | null }
  /** Null where a crash prevented the auction: publishing makes it. */
  phase: AuctionState['phase']['is'] | null
  rules: RuleSet
  /** The rule set that `rules` began as. */
  ruleSetId: string
  staff: { organisers: SetupPerson[]; auctioneers: SetupPerson[]; scorers: SetupPerson[] }
  /** By name. */
  teams: SetupTeam[]
  counts: { players: number; sets: number; registrations: Record<RegistrationStatus, number> }
  checklist: ChecklistItem[]
  you: You & { userId: string | null; mayCreateEvents: boolean }
}

export const setup = eventProcedure('event.edit').query(
  async ({ ctx: { services, actor, event, subject } }): Promise<EventSetup> => {
    const { mongo, postgres } = services
    const [state, teams, registrations] = await Promise.all([
      event.auctionId ? stateOf(services, event.auctionId) : null,
      event.auctionId ? teamsOf(mongo, event.auctionId) : [],
      listRegistrations(mongo, { eventId: event.id }, MAX_ENTRIES),
    ])
    const { organiserIds, auctioneerIds, scorerIds } = event
    const ids = [...organiserIds, ...auctioneerIds, ...scorerIds, ...teams.flatMap(({ ownerIds }) => ownerIds)]
    const people = await peopleOf(postgres, ids)
    const persons = (userIds: readonly string[]) => userIds.map((userId) => person(people, userId))
    return {
      event: shown(event),
      phase: state?.phase.is ?? null,
      rules: state?.rules ?? event.rules,
      ruleSetId: event.ruleSetId,
      staff: {
        organisers: persons(organiserIds),
        auctioneers: persons(auctioneerIds),
        scorers: persons(scorerIds),
      },
      teams: teams.map(({ teamId, name, short, colour, logoUrl, ownerIds }) => {
        const live = state?.teams[teamId]
        return {
          teamId,
          name,
          short,
          colour,
          logoUrl,
          purse: live?.purse ?? event.rules.purse,
          spent: live?.spent ?? 0,
          squad: live?.squad.length ?? 0,
          owners: persons(ownerIds),
        }
      }),
      counts: {
        players: Object.keys(state?.players ?? {}).length,
        sets: state?.sets.length ?? 0,
        registrations: countByStatus(registrations),
      },
      checklist: checklist({
        event,
        state: state ?? { rules: event.rules, teams: {}, players: {}, paddles: {}, phase: { is: 'scheduled' } },
        teamNames: new Map(teams.map(({ teamId, name }) => [teamId, name])),
        nowMs: Date.now(),
      }),
      you: {
        ...youIn(actor, subject),
        userId: actor.userId,
        mayCreateEvents: can(actor, 'event.create', NOTHING),
      },
    }
  },
)

const person = (people: ReadonlyMap<string, Account>, userId: string): SetupPerson => {
  const account = people.get(userId)
  return { userId, name: account?.name ?? 'Unknown', email: account?.email ?? '' }
}

const shown = (event: Event): EventSetup['event'] => ({
  slug: event.slug,
  name: event.name,
  description: event.description,
  startsAtMs: event.startsAtMs,
  endsAtMs: event.endsAtMs,
  timeZone: event.timeZone,
  venue: event.venue,
  currency: event.currency,
  capacity: event.capacity,
  taken: event.taken,
  shows: event.shows,
  delayMs: event.delayMs,
  approval: event.approval,
  entry: event.entry,
  nextSteps: event.nextSteps,
  status: event.status,
  cancelledReason: event.cancelledReason,
  joinCode: event.joinCode,
  rehearsal: event.rehearsal,
  sandboxOf: event.sandboxOf,
  rehearsedAtMs: event.rehearsedAtMs,
  rulesSeenAtMs: event.rulesSeenAtMs,
  auctionId: event.auctionId,
})

/** How many registrations stand at each status. */
const countByStatus = (registrations: readonly Registration[]): Record<RegistrationStatus, number> => {
  const counts = Object.fromEntries(REGISTRATION_STATUSES.map((status) => [status, 0])) as Record<
    RegistrationStatus,
    number
  >
  for (const { status } of registrations) counts[status] += 1
  return counts
}
