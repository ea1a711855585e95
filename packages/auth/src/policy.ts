import type { EventRole } from '@gavel/db'

/** Who asks. A guest has no `userId`. An operator signs in with the local operator token and is no person: `userId` is `operator`. */
export type Actor = {
  readonly userId: string | null
  readonly admin: boolean
  readonly operator: boolean
  readonly bot: boolean
}

export const GUEST: Actor = { userId: null, admin: false, operator: false, bot: false }
/** The actor behind the local operator token. */
export const OPERATOR: Actor = { userId: 'operator', admin: false, operator: true, bot: false }

/** What the action is about, as far as the policy cares. */
export type Subject = {
  /** What the actor is in the event concerned; none where there is no event yet. */
  readonly roles: readonly EventRole[]
  /** The event was made for a rehearsal. */
  readonly rehearsal: boolean
  /** The thing concerned is the actor's own, such as a registration. */
  readonly own: boolean
}

/** For actions that concern no event and nothing of one's own. */
export const NOTHING: Subject = { roles: [], rehearsal: false, own: false }

type Rule = {
  /** Who may by being there at all: everybody, everybody signed in, or nobody. */
  readonly everyone: 'guests' | 'signed-in' | 'no'
  /** Who may by a role in the event. */
  readonly roles: readonly EventRole[]
  /** Whether one may with what is one's own. */
  readonly own: boolean
  readonly admin: boolean
  readonly operator: boolean
  /** Whether a bot that would otherwise be allowed may: never, or in a rehearsal alone. */
  readonly bots: 'no' | 'rehearsal'
}

const staff = { everyone: 'no', own: false, admin: true, operator: true, bots: 'no' } as const
const open = { everyone: 'guests', roles: [], own: false, admin: true, operator: true, bots: 'rehearsal' } as const

/** The one table of who may do what. Everything that is not said here is refused. */
const POLICY = {
  'event.create': { ...staff, roles: [] },
  /** A draft; everybody sees a published event. */
  'event.readDraft': { ...staff, roles: ['organiser', 'auctioneer', 'scorer'] },
  /** Details, places, and who organises, auctions and scores. */
  'event.edit': { ...staff, roles: ['organiser'] },
  'event.publish': { ...staff, roles: ['organiser'] },
  'auction.watch': open,
  /** Imports, teams, paddles, retentions, running order, and opening the room. */
  'auction.manage': { ...staff, roles: ['organiser'] },
  /** Opening lots, calling, hammering, pausing, ending. */
  'auction.conduct': { ...staff, roles: ['auctioneer'], bots: 'rehearsal' },
  /** Bidding with one's own paddle. Whether that paddle may bid for a team is the auction's own rule. */
  'auction.bid': { everyone: 'no', roles: ['owner'], own: false, admin: false, operator: false, bots: 'rehearsal' },
  /** Entering a bid for any team: a hand raised in the hall. */
  'auction.bidFromFloor': { ...staff, roles: ['auctioneer'] },
  'registration.submit': {
    everyone: 'signed-in',
    roles: [],
    own: false,
    admin: true,
    operator: false,
    bots: 'no',
  },
  'registration.read': { ...staff, roles: ['organiser'], own: true },
  'registration.withdraw': { ...staff, roles: ['organiser'], own: true },
  /** The archived log with its chain: anyone may verify an auction, and its bodies name people by opaque ids alone. */
  'log.read': open,
  /** Making an event with bots that replays a list. */
  'rehearsal.create': { ...staff, admin: false, roles: [] },
  /** Naming administrators. */
  'admin.users': { ...staff, roles: [] },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof POLICY
export const ACTIONS = Object.keys(POLICY) as Action[]

/** Whether `actor` may do `action` to `subject`. Pure: the caller reads the roles first. */
export const can = (actor: Actor, action: Action, subject: Subject): boolean => {
  const rule: Rule = POLICY[action]
  if (actor.bot && !(rule.bots === 'rehearsal' && subject.rehearsal)) return false
  if (rule.everyone === 'guests') return true
  if (actor.userId === null) return false
  return (
    (rule.everyone === 'signed-in' && !actor.operator) ||
    (rule.admin && actor.admin) ||
    (rule.operator && actor.operator) ||
    (rule.own && subject.own) ||
    rule.roles.some((role) => subject.roles.includes(role))
  )
}
