import { EVENT_ROLES } from '@gavel/db'
import { expect, test } from 'vitest'
import { ACTIONS, type Action, type Actor, can, GUEST, NOTHING, OPERATOR, type Subject } from './policy.ts'

const person: Actor = { userId: 'u1', admin: false, operator: false, bot: false }
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
  admin: [{ ...person, admin: true }, NOTHING],
  operator: [OPERATOR, NOTHING],
  bot: [bot, NOTHING],
  'bot in a rehearsal': [bot, { ...NOTHING, rehearsal: true }],
  'bot that owns a team': [bot, { ...NOTHING, roles: ['owner'] }],
  'bot that owns a team in a rehearsal': [bot, { ...NOTHING, roles: ['owner'], rehearsal: true }],
  'bot that auctions in a rehearsal': [bot, { ...NOTHING, roles: ['auctioneer'], rehearsal: true }],
  'bot with every role in a rehearsal': [bot, { roles: EVENT_ROLES, rehearsal: true, own: true }],
} as const satisfies Record<string, readonly [Actor, Subject]>
type Comer = keyof typeof COMERS

const people = ['stranger', 'self', 'organiser', 'auctioneer', 'owner', 'scorer', 'player'] as const
const rehearsing = [
  'bot in a rehearsal',
  'bot that owns a team in a rehearsal',
  'bot that auctions in a rehearsal',
  'bot with every role in a rehearsal',
] as const

/** The table once more, as the people it lets in: whoever changes the one changes the other, knowingly. */
const ALLOWED: Record<Action, readonly Comer[]> = {
  'event.create': ['admin', 'operator'],
  'event.readDraft': ['organiser', 'auctioneer', 'scorer', 'admin', 'operator'],
  'event.edit': ['organiser', 'admin', 'operator'],
  'event.publish': ['organiser', 'admin', 'operator'],
  'auction.watch': ['guest', ...people, 'admin', 'operator', ...rehearsing],
  'auction.manage': ['organiser', 'admin', 'operator'],
  'auction.conduct': [
    'auctioneer',
    'admin',
    'operator',
    'bot that auctions in a rehearsal',
    'bot with every role in a rehearsal',
  ],
  'auction.bid': ['owner', 'bot that owns a team in a rehearsal', 'bot with every role in a rehearsal'],
  'auction.bidFromFloor': ['auctioneer', 'admin', 'operator'],
  'registration.submit': [...people, 'admin'],
  'registration.read': ['self', 'organiser', 'admin', 'operator'],
  'registration.withdraw': ['self', 'organiser', 'admin', 'operator'],
  'log.read': ['guest', ...people, 'admin', 'operator', ...rehearsing],
  'rehearsal.create': ['operator'],
  'admin.users': ['admin', 'operator'],
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
    const guest = can(GUEST, action, { roles: EVENT_ROLES, rehearsal: true, own: true })
    expect(guest, action).toBe(ALLOWED[action].includes('guest'))
  }
})

test('POLICY-3 no bot acts outside a rehearsal, whatever else it is', () => {
  const everything: Actor = { ...bot, admin: true, operator: true }
  for (const action of ACTIONS) {
    expect(can(everything, action, { roles: EVENT_ROLES, rehearsal: false, own: true }), action).toBe(false)
  }
})
