import { addStaff, changeEvent, changeRegistration, closeSessions, insertRegistration, newId, setBan } from '@gavel/db'
import { actMessage, commandMessage, scorerCommand } from '@gavel/protocol'
import { type ScoredSport, SPORTS } from '@gavel/scoring'
import {
  ENDLESS,
  type Gavel,
  MatchWire,
  type Person,
  person,
  seedMatch,
  signedInPerson,
  startGavel,
  until,
  WHO,
  type Who,
  Wire,
} from '@gavel/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matchDoor } from '../matches/match-door.ts'
import { auctionDoor } from '../sockets/door.ts'
import { ACTS, AUCTION, COMMANDS, MATCH, SCORING, type Sending } from './walk-table.ts'

type People = Record<Who, Person | null>

let gavel: Gavel
beforeAll(async () => {
  gavel = await startGavel()
})
afterAll(() => gavel?.[Symbol.asyncDispose]())

/** Gives everybody their place in an event that is no rehearsal. */
const peopleOf = async (eventId: string, given: Partial<People>): Promise<People> => {
  const staff = async (role: 'organiser' | 'auctioneer' | 'scorer') => {
    const one = await signedInPerson(gavel)
    await addStaff(gavel.mongo, eventId, role, one.userId)
    return one
  }
  const player = await signedInPerson(gavel)
  const details = { kind: 'player', name: 'A player', country: 'India', role: 'Batter' } as const
  const unknown = { base: null, age: null, caps: null, photoUrl: null }
  const announce = { key: 'registration.submitted', leasedUntilMs: Date.now() + 60_000 }
  const entrant = { id: newId(), eventId, userId: player.userId, details: { ...details, ...unknown } }
  const { registration } = await insertRegistration(gavel.mongo, entrant, announce, Date.now())
  await changeRegistration(gavel.mongo, registration, { status: 'confirmed' }, null, Date.now())
  const banned = await signedInPerson(gavel)
  await addStaff(gavel.mongo, eventId, 'organiser', banned.userId)
  await setBan(gavel.postgres, banned.userId, 'A test.')
  await closeSessions(gavel.postgres, { userId: banned.userId }, 'banned')
  const operator = { userId: 'operator', admin: false, operator: true, bot: false, creator: false }
  return {
    guest: null,
    fan: await signedInPerson(gavel),
    player,
    owner: null,
    otherOwner: null,
    scorer: await staff('scorer'),
    auctioneer: await staff('auctioneer'),
    organiser: await staff('organiser'),
    admin: await signedInPerson(gavel, { admin: true }),
    operator: { userId: 'operator', token: (await gavel.tokens.sign(operator)).token },
    bot: await person(gavel.tokens, { bot: true }),
    banned,
    ...given,
  }
}

const DENIED = new Set(['SIGN_IN', 'FORBIDDEN', 'NOT_A_PADDLE'])

type Reply = { ok?: boolean; code?: string }

/** The names of what one of these messages may be about. */
const typesOf = (union: unknown): string[] => {
  const { options } = union as { options: readonly { shape: { type: { value: string } } }[] }
  return options.map(({ shape }) => shape.type.value).toSorted()
}
const named = (table: object): string[] => Object.keys(table).toSorted()

/** Any socket of ours, whatever it may say. */
type AnySocket = {
  readonly connected: boolean
  on(name: 'connect_error', heard: (error: Error & { data?: { code?: string } }) => void): unknown
  timeout(ms: number): { emitWithAck(name: string, ...args: unknown[]): Promise<Reply> }
}

/** Sends everything as everybody. @returns what came out otherwise than the table says */
const walk = async (
  people: People,
  open: (who: Person | null) => { readonly socket: unknown } & Disposable,
  id: string,
  { sendings, isOpen }: { sendings: readonly Sending[]; isOpen: boolean },
): Promise<string[]> => {
  const wrong: string[] = []
  for (const who of WHO) {
    using wire = open(people[who])
    const socket = wire.socket as AnySocket
    let turnedAway: string | null = null
    socket.on('connect_error', ({ data }) => {
      turnedAway = data?.code ?? 'no answer'
    })
    await until(`${who} is connected or turned away`, () => socket.connected || turnedAway !== null)
    for (const { name, label, message, may, inside } of sendings) {
      const expected = (isOpen ? may : (inside ?? may)).includes(who)
      const reply: Reply = turnedAway
        ? { code: turnedAway }
        : await socket.timeout(10_000).emitWithAck(name, ...message(id))
      if (reply.code === 'BAD_MESSAGE') wrong.push(`${label} has another shape`)
      if (reply.code === 'TOO_MANY') wrong.push(`${label} was not read`)
      const letIn = !DENIED.has(reply.code ?? '')
      if (letIn !== expected) wrong.push(`${who} ${letIn ? 'may' : 'may not'} send ${label} (${reply.code ?? 'ok'})`)
    }
  }
  return wrong
}

describe('every message by everybody', () => {
  it('POLICY-7 every message that a socket may send has a row', () => {
    // A door is a table; nothing is asked of its parts before a message comes.
    const nothing = {} as Parameters<typeof auctionDoor>[0] & Parameters<typeof matchDoor>[0]
    const sent = (sendings: readonly Sending[]) => [...new Set(sendings.map(({ name }) => name))].toSorted()
    expect(sent(AUCTION)).toEqual([...auctionDoor(nothing).handlers.keys()].toSorted())
    expect(sent(MATCH)).toEqual([...matchDoor(nothing).handlers.keys()].toSorted())
    expect(named(COMMANDS)).toEqual(typesOf(commandMessage.shape.command))
    expect(named(ACTS)).toEqual(typesOf(actMessage.shape.act))
    for (const sport of Object.keys(SPORTS))
      expect(named(SCORING)).toEqual(typesOf(scorerCommand(sport as ScoredSport)))
  })

  for (const isOpen of [true, false]) {
    it(`POLICY-7 ${isOpen ? 'an open' : 'a private'} auction lets in whom the table names, and refuses everybody else`, async () => {
      const auction = await gavel.seed({ rehearsal: false, rules: ENDLESS })
      if (!isOpen) await changeEvent(gavel.mongo, auction.eventId, { shows: { listed: true, pool: true, room: false } })
      const [one, two] = auction.teams
      const people = await peopleOf(auction.eventId, {
        owner: one?.owner ?? null,
        otherOwner: two?.owner ?? null,
        auctioneer: auction.auctioneer,
      })
      // A room that nobody has opened knows nobody's reactions.
      using _ = await Wire.open(gavel.url, auction, people.organiser, 'public')
      const open = (who: Person | null) => new Wire(gavel.url, { auctionId: auction.auctionId }, who, 'public')
      expect(await walk(people, open, auction.auctionId, { sendings: AUCTION, isOpen })).toEqual([])
    })

    it(`POLICY-7 ${isOpen ? 'an open' : 'a private'} match lets in whom the table names, and refuses everybody else`, async () => {
      const match = await seedMatch(gavel, { open: isOpen })
      const people = await peopleOf(match.eventId, { organiser: match.organiser, scorer: match.scorer })
      const open = (who: Person | null) => new MatchWire(gavel.url, match.matchId, who, 'public')
      expect(await walk(people, open, match.matchId, { sendings: MATCH, isOpen })).toEqual([])
    })
  }
})
