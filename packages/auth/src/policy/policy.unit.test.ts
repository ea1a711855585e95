import { EVENT_ROLES } from '@gavel/db'
import { expect, test } from 'vitest'
import {
  ACTIONS,
  type Action,
  type Actor,
  can,
  delayFor,
  GUEST,
  NOTHING,
  OPERATOR,
  type Subject,
  seesPool,
  subjectOf,
} from './policy.ts'

const person: Actor = { userId: 'u1', admin: false, operator: false, bot: false, creator: false }
const hidden: Subject = { ...NOTHING, private: true }
const bot: Actor = { ...person, bot: true }

/** Everyone who may come to the door, each with nothing but what the name says. */
const COMERS = {
  guest: [GUEST, NOTHING],
  stranger: [person, NOTHING],
  self: [person, { ...NOTHING, own: true }],
  organiser: [person, { ...NOTHING, roles: ['organiser'] }],
  auctioneer: [person, { ...NOTHING, roles: ['auctioneer'] }],
  owner: [person, { ...NOTHING, roles: ['owner'] }],
  scorer: [person, { ...NOTHING, roles: ['scorer'] }],
  player: [person, { ...NOTHING, roles: ['player'] }],
  creator: [{ ...person, creator: true }, NOTHING],
  'guest at a private room': [GUEST, hidden],
  'stranger at a private room': [person, hidden],
  'player at a private room': [person, { ...hidden, roles: ['player'] }],
  'admin at a private room': [{ ...person, admin: true }, hidden],
  'bot at a private rehearsal': [bot, { ...hidden, rehearsal: true }],
  admin: [{ ...person, admin: true }, NOTHING],
  operator: [OPERATOR, NOTHING],
  bot: [bot, NOTHING],
  'bot in a rehearsal': [bot, { ...NOTHING, rehearsal: true }],
  'bot that owns a team': [bot, { ...NOTHING, roles: ['owner'] }],
  'bot that owns a team in a rehearsal': [bot, { ...NOTHING, roles: ['owner'], rehearsal: true }],
  'bot that auctions in a rehearsal': [bot, { ...NOTHING, roles: ['auctioneer'], rehearsal: true }],
  'bot with every role in a private rehearsal': [
    bot,
    { roles: EVENT_ROLES, rehearsal: true, private: true, own: true },
  ],
} as const satisfies Record<string, readonly [Actor, Subject]>
type Comer = keyof typeof COMERS

const people = ['stranger', 'self', 'creator', 'organiser', 'auctioneer', 'owner', 'scorer', 'player'] as const
const strangersAtPrivateRooms = ['stranger at a private room', 'player at a private room'] as const
const admins = ['admin', 'admin at a private room', 'operator'] as const
const rehearsing = [
  'bot in a rehearsal',
  'bot that owns a team in a rehearsal',
  'bot that auctions in a rehearsal',
  'bot with every role in a private rehearsal',
] as const

/** The table once more, as the people it lets in: whoever changes the one changes the other, knowingly. */
const ALLOWED: Record<Action, readonly Comer[]> = {
  'event.create': ['creator', ...admins],
  'event.readDraft': ['organiser', 'auctioneer', 'scorer', 'owner', ...admins],
  'event.edit': ['organiser', ...admins],
  'event.publish': ['organiser', ...admins],
  'event.close': ['organiser', ...admins],
  'auction.watch': ['guest', ...people, 'player at a private room', ...admins, ...rehearsing],
  'auction.present': [
    'organiser',
    'auctioneer',
    ...admins,
    'bot that auctions in a rehearsal',
    'bot with every role in a private rehearsal',
  ],
  'auction.manage': ['organiser', ...admins],
  'auction.correct': ['organiser', 'auctioneer', ...admins],
  'auction.correctSale': ['organiser', 'auctioneer', ...admins],
  'team.setLogo': ['self', 'organiser', ...admins],
  'auction.conduct': [
    'auctioneer',
    ...admins,
    'bot that auctions in a rehearsal',
    'bot with every role in a private rehearsal',
  ],
  'auction.bid': ['owner', 'bot that owns a team in a rehearsal', 'bot with every role in a private rehearsal'],
  'auction.bidFromFloor': ['auctioneer', ...admins],
  'match.watch': ['guest', ...people, 'player at a private room', ...admins, ...rehearsing],
  'match.manage': ['organiser', ...admins],
  'match.score': ['organiser', 'scorer', ...admins, 'bot with every role in a private rehearsal'],
  'registration.submit': [...people, ...strangersAtPrivateRooms, 'admin', 'admin at a private room'],
  'registration.read': ['self', 'organiser', ...admins],
  'registration.decide': ['organiser', ...admins],
  'registration.withdraw': ['self', 'organiser', ...admins],
  'payment.read': ['self', 'organiser', ...admins],
  'payment.manage': ['organiser', ...admins],
  'finance.read': admins,
  'finance.settle': admins,
  'invitation.create': ['organiser', 'owner', ...admins],
  'invitation.manage': ['organiser', ...admins],
  'invitation.accept': [...people, ...strangersAtPrivateRooms, 'admin', 'admin at a private room'],
  'sandbox.run': ['organiser', 'auctioneer', ...admins],
  'log.read': ['guest', ...people, 'player at a private room', ...admins, ...rehearsing],
  'log.secrets': admins,
  'rehearsal.create': ['operator'],
  'admin.users': admins,
  'admin.passwords': ['operator'],
  'operator.queues': admins,
}

test('POLICY-1 each action lets in exactly the people that the table names', () => {
  const comers = Object.keys(COMERS) as Comer[]
  for (const action of ACTIONS) {
    const letIn = comers.filter((comer) => can(COMERS[comer][0], action, COMERS[comer][1]))
    expect(letIn.toSorted(), action).toEqual([...ALLOWED[action]].toSorted())
  }
})

test('POLICY-2 more roles never take a right away, and a guest holds none by any role', () => {
  for (const action of ACTIONS) {
    for (const role of EVENT_ROLES) {
      const one = can(person, action, { ...NOTHING, roles: [role] })
      const all = can(person, action, { ...NOTHING, roles: EVENT_ROLES })
      expect(all || !one, `${action} as ${role}`).toBe(true)
    }
    const guest = can(GUEST, action, { ...NOTHING, roles: EVENT_ROLES, rehearsal: true, own: true })
    expect(guest, action).toBe(ALLOWED[action].includes('guest'))
  }
})

test('POLICY-3 no bot acts outside a rehearsal, whatever else it is', () => {
  const everything: Actor = { ...bot, admin: true, operator: true }
  for (const action of ACTIONS) {
    expect(can(everything, action, { ...NOTHING, roles: EVENT_ROLES, own: true }), action).toBe(false)
  }
})

test('POLICY-4 a private room takes the right to watch from nobody but those without a role', () => {
  for (const action of ['auction.watch', 'match.watch', 'log.read'] as const) {
    expect(can(person, action, NOTHING)).toBe(true)
    expect(can(person, action, hidden)).toBe(false)
    expect(can(person, action, { ...hidden, own: true })).toBe(false)
    for (const role of EVENT_ROLES) expect(can(person, action, { ...hidden, roles: [role] }), role).toBe(true)
  }
  const rights = (subject: Subject) => ACTIONS.filter((action) => can(person, action, { ...subject, roles: ['owner'] }))
  expect(rights(hidden)).toEqual(rights(NOTHING))
})

test('SHOWS-2 a pool that is kept back is for people with a role, and for those who look after everything', () => {
  const back = { shows: { listed: true, pool: false, room: true } }
  expect([GUEST, person].map((who) => seesPool(who, back, NOTHING))).toEqual([false, false])
  expect([GUEST, person].map((who) => seesPool(who, { shows: { ...back.shows, pool: true } }, hidden))).toEqual([
    true,
    true,
  ])
  for (const role of EVENT_ROLES) expect(seesPool(person, back, { ...NOTHING, roles: [role] }), role).toBe(true)
  expect([{ ...person, admin: true }, OPERATOR].map((who) => seesPool(who, back, NOTHING))).toEqual([true, true])
})

test('API-4 the room of a draft is private, whatever it will show once it is published', () => {
  const shows = { listed: true, pool: true, room: true }
  const status = (at: 'draft' | 'published') => subjectOf({ rehearsal: false, shows, status: at }, []).private
  expect([status('draft'), status('published')]).toEqual([true, false])
})

test('LATE-1 the organisers, the auctioneer and whoever holds a paddle see the present; everybody else sees it late', () => {
  const event = { delayMs: 30_000 }
  const late = (actor: Actor, roles: Subject['roles'], bids = false) =>
    delayFor(actor, event, { ...NOTHING, roles }, bids)
  expect([late(GUEST, []), late(person, []), late(person, ['scorer', 'player', 'owner'])]).toEqual([
    30_000, 30_000, 30_000,
  ])
  expect([late(person, ['organiser']), late(person, ['auctioneer']), late(person, [], true)]).toEqual([0, 0, 0])
  expect([late({ ...person, admin: true }, []), late(OPERATOR, [])]).toEqual([0, 0])
  expect(delayFor(GUEST, { delayMs: 0 }, NOTHING, false)).toBe(0)
})
