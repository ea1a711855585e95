import type { Event, EventRole } from '@gavel/db'

/** Who asks. A guest has no `userId`. An operator signs in with the local operator token and is no person: `userId` is `operator`. */
export type Actor = {
  readonly userId: string | null
  readonly admin: boolean
  readonly operator: boolean
  readonly bot: boolean
  /** May make events of their own: granted by an administrator, or because everybody may here. */
  readonly creator: boolean
}

export const GUEST: Actor = { userId: null, admin: false, operator: false, bot: false, creator: false }
/** The actor behind the local operator token. */
export const OPERATOR: Actor = { userId: 'operator', admin: false, operator: true, bot: false, creator: false }

/** What the action is about, as far as the policy cares. */
export type Subject = {
  /** What the actor is in the event concerned; none where there is no event yet. */
  readonly roles: readonly EventRole[]
  /** The event was made for a rehearsal. */
  readonly rehearsal: boolean
  /** The room is for people with a role. */
  readonly private: boolean
  /** The thing concerned is the actor's own, such as a registration. */
  readonly own: boolean
}

/** For actions that concern no event and nothing of one's own. */
export const NOTHING: Subject = { roles: [], rehearsal: false, private: false, own: false }

/** An event as the policy sees it for somebody who holds these roles in it. */
export const subjectOf = (
  event: Pick<Event, 'rehearsal' | 'shows' | 'status'>,
  roles: readonly EventRole[],
): Subject => ({
  roles,
  rehearsal: event.rehearsal,
  // Nobody but its staff and owners knows of a draft.
  private: !event.shows.room || event.status === 'draft',
  own: false,
})

type Rule = {
  /** Who may by being there at all: everybody (in a private room, whoever has a role), everybody signed in, or nobody. */
  readonly everyone: 'guests' | 'signed-in' | 'no'
  /** Who may by a role in the event. */
  readonly roles: readonly EventRole[]
  /** Whether one may with what is one's own. */
  readonly own: boolean
  readonly admin: boolean
  readonly operator: boolean
  /** Whether people may who make events of their own. */
  readonly creators?: true
  /** Whether a bot that would otherwise be allowed may: never, or in a rehearsal alone. */
  readonly bots: 'no' | 'rehearsal'
}

const staff = { everyone: 'no', own: false, admin: true, operator: true, bots: 'no' } as const
const anyRole = ['organiser', 'auctioneer', 'owner', 'scorer', 'player'] as const satisfies readonly EventRole[]
const open = { everyone: 'guests', roles: anyRole, own: false, admin: true, operator: true, bots: 'rehearsal' } as const

/** The one table of who may do what. Everything that is not said here is refused. */
const POLICY = {
  'event.create': { ...staff, roles: [], creators: true },
  /** A draft: its staff, and owners, whom only an organiser lets in before it is published. Everybody sees a published event. */
  'event.readDraft': { ...staff, roles: ['organiser', 'auctioneer', 'scorer', 'owner'] },
  /** Details, places, and who organises, auctions and scores. */
  'event.edit': { ...staff, roles: ['organiser'] },
  'event.publish': { ...staff, roles: ['organiser'] },
  /** Cancelling, finishing and cloning. */
  'event.close': { ...staff, roles: ['organiser'] },
  'auction.watch': open,
  /** Seeing the auction as it stands now, where the public sees it late. Whoever holds a paddle does so too: see {@link delayFor}. */
  'auction.present': { ...staff, roles: ['organiser', 'auctioneer'], bots: 'rehearsal' },
  /** Imports, teams, paddles, retentions, running order, and opening the room. */
  'auction.manage': { ...staff, roles: ['organiser'] },
  /** The pool as its staff sees it, and correcting what people read: a name, a photo. Not base prices, and not the order. */
  'auction.correct': { ...staff, roles: ['organiser', 'auctioneer'] },
  /** Asking for the correction of a past sale, and approving what somebody else has asked for. */
  'auction.correctSale': { ...staff, roles: ['organiser', 'auctioneer'] },
  /** Organisers to each team, an owner to the own one. */
  'team.setLogo': { ...staff, roles: ['organiser'], own: true },
  /** Opening lots, calling, hammering, pausing, ending. */
  'auction.conduct': { ...staff, roles: ['auctioneer'], bots: 'rehearsal' },
  /** Bidding with one's own paddle. Whether that paddle may bid for a team is the auction's own rule. */
  'auction.bid': { everyone: 'no', roles: ['owner'], own: false, admin: false, operator: false, bots: 'rehearsal' },
  /** Entering a bid for any team: a hand raised in the hall. */
  'auction.bidFromFloor': { ...staff, roles: ['auctioneer'] },
  'match.watch': open,
  /** Fixtures, teams, venue, and whoever plays, before a match is begun; imports. */
  'match.manage': { ...staff, roles: ['organiser'] },
  /** Beginning a match, writing and correcting its plays, confirming its result. Who may sees the present, where the public sees it late. */
  'match.score': { ...staff, roles: ['organiser', 'scorer'], bots: 'rehearsal' },
  'registration.submit': {
    everyone: 'signed-in',
    roles: [],
    own: false,
    admin: true,
    operator: false,
    bots: 'no',
  },
  'registration.read': { ...staff, roles: ['organiser'], own: true },
  /** Letting people in, and turning them away. */
  'registration.decide': { ...staff, roles: ['organiser'] },
  'registration.withdraw': { ...staff, roles: ['organiser'], own: true },
  /** A payment: its payer, and who keeps the event's money. */
  'payment.read': { ...staff, roles: ['organiser'], own: true },
  /** Marking as paid, giving back, trying again. */
  'payment.manage': { ...staff, roles: ['organiser'] },
  /** The books of all events. */
  'finance.read': { ...staff, roles: [] },
  /** Comparing the books with the provider's, and accepting where they differ. */
  'finance.settle': { ...staff, roles: [] },
  /** Inviting people to a role: organisers to each, an owner a second bidder for the own team. */
  'invitation.create': { ...staff, roles: ['organiser', 'owner'] },
  /** Inviting to every role, and seeing and revoking what others invited to. */
  'invitation.manage': { ...staff, roles: ['organiser'] },
  'invitation.accept': { everyone: 'signed-in', roles: [], own: false, admin: true, operator: false, bots: 'no' },
  /** Rehearsing an event in a sandbox, and forgetting it. */
  'sandbox.run': { ...staff, roles: ['organiser', 'auctioneer'] },
  /** The archived log with its chain: anyone may verify an auction, and its bodies name people by opaque ids alone. */
  'log.read': open,
  /** What no audience of an auction is given, such as hidden maxima: for those who compare the stores. */
  'log.secrets': { ...staff, roles: [] },
  /** Making an event with bots that replays a list. */
  'rehearsal.create': { ...staff, admin: false, roles: [] },
  /** Who has an account, and naming administrators and people who may make events. */
  'admin.users': { ...staff, roles: [] },
  /** Giving somebody another password, where no letter can: whoever may do this can be anybody. */
  'admin.passwords': { ...staff, admin: false, roles: [] },
  /** Messages and jobs that were given up: reading, replaying, discarding. */
  'operator.queues': { ...staff, roles: [] },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof POLICY
export const ACTIONS = Object.keys(POLICY) as Action[]

/** Whether `actor` may do `action` to `subject`. Pure: the caller reads the roles first. */
export const can = (actor: Actor, action: Action, subject: Subject): boolean => {
  const rule: Rule = POLICY[action]
  if (actor.bot && !(rule.bots === 'rehearsal' && subject.rehearsal)) return false
  if (rule.everyone === 'guests' && !subject.private) return true
  if (actor.userId === null) return false
  return (
    (rule.everyone === 'signed-in' && !actor.operator) ||
    (rule.admin && actor.admin) ||
    (rule.operator && actor.operator) ||
    (rule.creators === true && actor.creator) ||
    (rule.own && subject.own) ||
    rule.roles.some((role) => subject.roles.includes(role))
  )
}

/** Whether `actor` sees an event's players before its auction has started: everybody, or whoever has a role where it keeps them back. */
export const seesPool = (actor: Actor, event: Pick<Event, 'shows'>, subject: Subject): boolean =>
  event.shows.pool || can(actor, 'auction.watch', { ...subject, private: true })

/**
 * How late `actor` is shown an event's auction, in milliseconds: organisers, the auctioneer and whoever holds a paddle see the present; everybody
 * else what happened before the event's integrity delay (LATE-1).
 * @param bids whether the actor holds a paddle in it
 */
export const delayFor = (actor: Actor, event: Pick<Event, 'delayMs'>, subject: Subject, bids: boolean): number =>
  bids || can(actor, 'auction.present', subject) ? 0 : event.delayMs
