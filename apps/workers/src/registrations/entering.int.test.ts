import { actOn, entryOf } from '@gavel/api'
import { anEvent, aPlayer, type Given, given, refusal } from '@gavel/api/given'
import {
  changeEvent,
  DEFAULT_ENTRY,
  type EventEntry,
  eventBySlug,
  insertRegistration,
  newId,
  type Registration,
  registrationById,
  registrationsDue,
} from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expireDue, reconcileRegistrations } from './reconcile.ts'
import { remindPeople } from './remind.ts'
import { settleRegistration } from './settle.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const FEE = 50_000
const HOUR = 60 * 60_000
type Change = Omit<Partial<EventEntry>, 'players' | 'owners'> & {
  players?: Partial<EventEntry['players']>
  owners?: Partial<EventEntry['owners']>
}
const entryWith = ({ players, owners, ...change }: Change): EventEntry => ({
  ...DEFAULT_ENTRY,
  ...change,
  players: { ...DEFAULT_ENTRY.players, ...players },
  owners: { ...DEFAULT_ENTRY.owners, ...owners },
})

const open = async (change: Change, capacity = { players: 5, teams: 4 }) => {
  const organiser = await g.person({ creator: true })
  const { slug, auctionId } = await organiser.api.event.create(anEvent({ capacity }))
  await organiser.api.event.update({ slug, entry: entryWith(change) } as never)
  return { slug, auctionId, api: organiser.api, organiser }
}
const enter = async (slug: string, said: object = {}, details: object = aPlayer()) => {
  const person = await g.person()
  const { id } = await person.api.event.register({ slug, details, ...said } as never)
  await settleRegistration(g.services, id)
  return { ...person, id }
}
const registered = async (id: string): Promise<Registration> => {
  const registration = await registrationById(g.services.mongo, id)
  if (!registration) throw new Error('no registration')
  return registration
}
const statusOf = async (id: string) => (await registered(id)).status
const seatOf = async (id: string, index = 0) => entryOf(await registered(id)).seats[index]?.id ?? ''
/** Money for a seat, as payments tell of it. */
const pay = async (id: string, index = 0) => {
  await actOn(g.services, id, { type: 'HearPaid', seat: await seatOf(id, index), payment: `pay-${newId()}` })
  await settleRegistration(g.services, id)
}
const poolOf = async (auctionId: string) => Object.keys((await g.services.log.load(auctionId))?.state.players ?? {})
const titles = async ({ api }: { api: Given['guest'] }) => (await api.inbox.list()).items.map(({ title }) => title)
const dueOf = async (id: string) => (await registered(id)).dueAtMs ?? 0
/** Ends what is due by then, and lets those be looked at who are concerned. */
const later = async (nowMs: number, ids: readonly string[]) => {
  const due = await registrationsDue(g.services.mongo, nowMs, 100)
  for (const id of ids) {
    if (!due.some((one) => one.id === id)) continue
    // The clock is the event's: it is put back by as much as we would wait.
    const registration = await registered(id)
    const changes = registration.changes.map((change) =>
      'untilMs' in change ? { ...change, untilMs: Date.now() - 1 } : change,
    )
    await g.services.mongo.connection
      .collection('registrations')
      .updateOne({ _id: id as never }, { $set: { changes, dueAtMs: Date.now() - 1 } })
  }
  await expireDue(g.services, Date.now())
  for (const id of ids) await settleRegistration(g.services, id)
}

describe('entering', () => {
  it('JOURNEY-10 an entry with a fee holds its place and owes; paid it is in the pool, unpaid its place goes to the next in line', async () => {
    const { slug, auctionId } = await open({ players: { fee: FEE } }, { players: 1, teams: 0 })
    const first = await enter(slug)
    const second = await enter(slug)
    expect(await registered(first.id)).toMatchObject({ status: 'owing', dueAtMs: expect.any(Number) })
    expect(await registered(second.id)).toMatchObject({ status: 'waitlisted', dueAtMs: null })
    const [mine] = await first.api.event.myRegistrations({ slug })
    expect(mine).toMatchObject({
      status: 'owing',
      fee: { amount: FEE, currency: 'INR' },
      feeWords: '₹500',
      seats: [{ you: true, paid: false, moneyWords: '₹500' }],
      mayWithdraw: true,
    })
    expect(mine?.words).toMatch(/^Your place is held until .* Pay the fee until then to be in\.$/)
    expect(await poolOf(auctionId)).toEqual([])
    expect(await expireDue(g.services, Date.now())).toBe(0)
    await later((await dueOf(first.id)) + 1, [first.id, second.id])
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['lapsed', 'owing'])
    await pay(second.id)
    expect(await statusOf(second.id)).toBe('confirmed')
    expect(await poolOf(auctionId)).toEqual([second.id])
    expect((await eventBySlug(g.services.mongo, slug))?.taken.players).toBe(1)
    expect(await titles(first)).toEqual([
      expect.stringMatching(/went to somebody else/),
      expect.stringMatching(/is held$/),
    ])
    expect((await titles(second))[0]).toMatch(/^You are in/)
    // Late money finds no place, and goes back; the entry stands in line again.
    await pay(first.id)
    expect(await registered(first.id)).toMatchObject({ status: 'waitlisted' })
    expect(entryOf(await registered(first.id)).returned).toMatchObject([{ percent: 100, why: 'late' }])
  })

  it('JOURNEY-12 a place that becomes free is offered to the first in line, who takes it in time or loses it', async () => {
    const { slug, auctionId } = await open({ offerMs: 6 * HOUR }, { players: 1, teams: 0 })
    const [first, second, third] = [await enter(slug), await enter(slug), await enter(slug)]
    expect((await third.api.event.myRegistrations({ slug }))[0]).toMatchObject({ place: 2 })
    await first.api.registration.withdraw({ slug, id: first.id })
    await settleRegistration(g.services, first.id)
    await settleRegistration(g.services, second.id)
    expect([await statusOf(second.id), await statusOf(third.id)]).toEqual(['offered', 'waitlisted'])
    expect((await titles(second))[0]).toMatch(/^A place in .* is free for you$/)
    await expect(third.api.registration.accept({ slug, id: third.id })).rejects.toEqual(refusal('REGISTRATION.REFUSED'))
    await expect(third.api.registration.accept({ slug, id: second.id })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await later((await dueOf(second.id)) + 1, [second.id, third.id])
    expect([await statusOf(second.id), await statusOf(third.id)]).toEqual(['lapsed', 'offered'])
    expect((await third.api.registration.accept({ slug, id: third.id })).status).toBe('confirmed')
    expect(await poolOf(auctionId)).toEqual([third.id])
    expect((await eventBySlug(g.services.mongo, slug))?.holders).toEqual([third.id])
  })

  it('JOURNEY-13 a captain holds places for a group, whose members come by its link, follow it, and are in the pool together', async () => {
    const { slug, auctionId, api } = await open({ players: { fee: FEE, seats: 4 } }, { players: 4, teams: 0 })
    const captain = await enter(slug, { seats: 3 })
    expect((await eventBySlug(g.services.mongo, slug))?.taken.players).toBe(3)
    const [mine] = await captain.api.event.myRegistrations({ slug })
    const key = new URL(mine?.joinPath ?? '', 'http://here').searchParams.get('key') ?? ''
    const [one, two, alone] = [await g.person(), await g.person(), await enter(slug)]
    const seat = { slug, id: captain.id, key, details: aPlayer('Member One') }
    await expect(one.api.registration.takeSeat({ ...seat, key: 'WRONG' } as never)).rejects.toEqual(
      refusal('REGISTRATION.NOT_FOUND'),
    )
    await expect(alone.api.registration.takeSeat(seat as never)).rejects.toEqual(refusal('REGISTRATION.ELSEWHERE'))
    expect(await one.api.registration.group({ slug, id: captain.id, key })).toMatchObject({ open: 2, closed: null })
    const joined = await one.api.registration.takeSeat(seat as never)
    expect(joined).toMatchObject({ captain: false, status: 'owing', memberOf: captain.id })
    expect(joined.seats.map(({ open, you }) => [open, you])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ])
    await expect(one.api.event.register({ slug, details: aPlayer() } as never)).rejects.toEqual(
      refusal('REGISTRATION.ELSEWHERE'),
    )
    await two.api.registration.takeSeat({ ...seat, details: aPlayer('Member Two') } as never)
    const late = await g.person()
    await expect(late.api.registration.takeSeat(seat as never)).rejects.toThrow('no such open seat')
    expect((await late.api.event.myRegistrations({ slug }))[0]).toMatchObject({ status: 'withdrawn' })
    for (const index of [0, 1]) await pay(captain.id, index)
    expect(await poolOf(auctionId)).toEqual([])
    // One leaves before it is paid: the seat is open again, and somebody else takes it.
    await two.api.registration.withdraw({ slug, id: (await two.api.event.myRegistrations({ slug }))[0]?.id ?? '' })
    await late.api.registration.takeSeat({ ...seat, details: aPlayer('Member Three') } as never)
    await pay(captain.id, 2)
    const members = await Promise.all(
      [captain, one, late].map(async (who) => (await who.api.event.myRegistrations({ slug }))[0]),
    )
    expect(members.map((member) => member?.status)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect((await two.api.event.myRegistrations({ slug }))[0]?.status).toBe('withdrawn')
    expect((await poolOf(auctionId)).toSorted()).toEqual(members.map((member) => member?.id ?? '').toSorted())
    const rows = await api.registration.list({ slug })
    expect(rows.map(({ seats, paid, status }) => [seats, paid, status])).toContainEqual([3, 3, 'confirmed'])
    // A member who leaves now is out of the pool, with their place; the captain takes everybody along.
    await late.api.registration.withdraw({ slug, id: members[2]?.id ?? '' })
    expect(await poolOf(auctionId)).toHaveLength(2)
    expect((await eventBySlug(g.services.mongo, slug))?.taken.players).toBe(3)
    await captain.api.registration.withdraw({ slug, id: captain.id })
    await settleRegistration(g.services, captain.id)
    expect(await poolOf(auctionId)).toEqual([])
    expect((await one.api.event.myRegistrations({ slug }))[0]?.status).toBe('withdrawn')
    expect((await eventBySlug(g.services.mongo, slug))?.taken.players).toBe(1)
  })

  it('JOURNEY-14 a team whose deposit is shared has a paddle for each owner', async () => {
    const { slug, auctionId } = await open({ owners: { fee: 100_001, seats: 3 } })
    const team = { kind: 'owner', team: 'Harbour Hawks', short: 'HH', colour: '#0a7cff' }
    const captain = await enter(slug, { seats: 2 }, team)
    const [mine] = await captain.api.event.myRegistrations({ slug })
    expect(mine?.seats.map(({ money }) => money?.amount)).toEqual([50_001, 50_000])
    const key = new URL(mine?.joinPath ?? '', 'http://here').searchParams.get('key') ?? ''
    const other = await g.person()
    await other.api.registration.takeSeat({ slug, id: captain.id, key } as never)
    await pay(captain.id, 0)
    expect(await statusOf(captain.id)).toBe('owing')
    await pay(captain.id, 1)
    expect(await statusOf(captain.id)).toBe('confirmed')
    const state = (await g.services.log.load(auctionId))?.state
    expect(Object.keys(state?.teams ?? {})).toEqual([captain.id])
    expect(state?.paddles).toEqual({ [captain.userId]: captain.id, [other.userId]: captain.id })
    expect((await other.api.event.myRegistrations({ slug }))[0]?.status).toBe('confirmed')
  })

  it('JOURNEY-15 what an event asks is checked before anything is stored, each answer at its question', async () => {
    const nowMs = Date.now()
    const { slug, api } = await open({
      ageDay: '2030-01-01',
      players: {
        ages: { min: 16, max: null },
        categories: [{ id: 'open', name: 'Open', ages: { min: null, max: null } }],
        questions: [
          { id: 'shirt', words: 'Shirt size', required: true, asks: 'choice', options: ['S', 'M', 'L'] },
          { id: 'years', words: 'Years played', required: false, asks: 'number', min: 0, max: 60 },
        ],
        opensAtMs: nowMs - HOUR,
        closesAtMs: nowMs + HOUR,
      },
      owners: { opensAtMs: nowMs + HOUR },
    })
    const person = await g.person()
    const send = (said: object) => person.api.event.register({ slug, details: aPlayer(), ...said } as never)
    const good = { born: '2010-05-05', category: 'open', answers: { shirt: 'M' } }
    const bad = send({ ...good, answers: { shirt: 'XXL', years: 99 } })
    await expect(bad).rejects.toEqual(refusal('REGISTRATION.REFUSED'))
    await expect(bad).rejects.toMatchObject({
      cause: {
        detail: {
          code: 'BAD_ANSWERS',
          'answer.shirt': 'Choose one of the options.',
          'answer.years': 'Give a number from 0 to 60.',
        },
      },
    })
    await expect(send({ ...good, born: '2014-01-02' })).rejects.toThrow(
      'Too young: at least 16 years on 1 January 2030.',
    )
    await expect(send({ ...good, category: null })).rejects.toThrow('Please choose a category.')
    await expect(send({ ...good, seats: 2 })).rejects.toThrow('An entry has 1 to 1 seats.')
    expect(await person.api.event.myRegistrations({ slug })).toEqual([])
    const team = { kind: 'owner', team: 'Harbour Hawks', short: 'HH', colour: '#0a7cff' }
    await expect(send({ ...good, details: team })).rejects.toThrow(/^Entries open on /)
    const { id } = await send(good)
    await settleRegistration(g.services, id)
    expect(await api.registration.list({ slug })).toMatchObject([
      { status: 'confirmed', born: '2010-05-05', age: 19, category: 'open', answers: { shirt: 'M' } },
    ])
    expect(await g.guest.event.entryTerms({ slug })).toMatchObject({
      player: { closed: null, taken: 1, waiting: 0, questions: [{ id: 'shirt' }, { id: 'years' }] },
      owner: { closed: expect.stringMatching(/^Entries open on /) },
    })
    const entry = entryWith({ players: { fee: 5 } })
    await expect(api.event.update({ slug, entry } as never)).rejects.toThrow('The least that can be charged is ₹0.50.')
  })

  it('JOURNEY-16 entries of before there were changes go on from where they stood', async () => {
    const { slug, organiser, api } = await open({}, { players: 1, teams: 0 })
    const event = await eventBySlug(g.services.mongo, slug)
    if (!event) throw new Error('no event')
    const old = async (status: string, createdAtMs: number) => {
      const row = {
        id: newId(),
        eventId: event.id,
        userId: newId(),
        details: { ...aPlayer(), photoUrl: null, age: 20, caps: null },
      }
      await insertRegistration(g.services.mongo, row, null, createdAtMs)
      await g.services.mongo.connection
        .collection('registrations')
        .updateOne({ _id: row.id as never }, { $set: { status, enteredAtMs: 0 } })
      return row.id
    }
    const [awaiting, waiting] = [await old('awaiting', 10), await old('waitlisted', 20)]
    await changeEvent(g.services.mongo, event.id, { approval: { players: true, owners: false } })
    await actOn(g.services, awaiting, { type: 'TurnAway', by: organiser.userId, why: 'No.' })
    expect(await registered(awaiting)).toMatchObject({
      status: 'rejected',
      changes: [{ type: 'Entered' }, { type: 'ApprovalAsked' }, { type: 'Refused' }],
    })
    await reconcileRegistrations(g.services, Date.now())
    expect(await statusOf(waiting)).toBe('awaiting')
    await api.registration.approve({ slug, ids: [waiting] })
    expect(await statusOf(waiting)).toBe('confirmed')
  })

  it('JOURNEY-17 who has paid for an event that is cancelled is taken out of it, and gets everything back', async () => {
    const { slug, api } = await open({
      players: { fee: FEE },
      refunds: [{ untilMs: Date.UTC(2029, 0, 1), percent: 50 }],
    })
    const [paid, owing] = [await enter(slug), await enter(slug)]
    await pay(paid.id)
    expect((await paid.api.event.myRegistrations({ slug }))[0]).toMatchObject({
      status: 'confirmed',
      leavingGivesBack: 50,
    })
    await api.event.cancel({ slug, reason: 'The hall burnt down.' })
    expect(await registered(paid.id)).toMatchObject({ status: 'withdrawn' })
    expect(entryOf(await registered(paid.id)).returned).toMatchObject([{ percent: 100 }])
    expect(await statusOf(owing.id)).toBe('rejected')
  })

  it('REMIND-1, REMIND-2 who has little time left is reminded once, and who takes part is reminded once the day before', async () => {
    const { slug, api } = await open({ players: { fee: FEE }, payMs: 2 * HOUR })
    const [owing, paid] = [await enter(slug), await enter(slug)]
    await pay(paid.id)
    const dueMs = await dueOf(owing.id)
    await remindPeople(g.services, dueMs - HOUR)
    const before = (await titles(owing)).length
    for (const ms of [20, 10]) await remindPeople(g.services, dueMs - ms * 60_000)
    expect((await titles(owing)).slice(0, -before)).toEqual([expect.stringMatching(/is held a little longer$/)])
    await api.event.update({ slug, startsAtMs: Date.now() + 20 * HOUR })
    for (let turn = 0; turn < 2; turn += 1) await remindPeople(g.services, Date.now())
    expect((await titles(paid)).filter((title) => title.endsWith('begins soon'))).toHaveLength(1)
  })
})
