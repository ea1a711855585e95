import type { Actor, SignedInActor } from '@gavel/auth'
import {
  addStaff,
  addTeamOwner,
  auctionById,
  changeSeats,
  newId,
  removeStaff,
  removeTeamOwner,
  type SandboxSeat,
  sandboxOfEvent,
} from '@gavel/db'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'
import { type DemoNight, demoNights } from './nights.ts'

type Parts = Pick<Services, 'mongo' | 'log' | 'limits' | 'reach'>

/** A visitor of whom nothing is heard for so long has left, and the bot goes on. */
export const SEAT_MS = 30_000
/** Others may change seats at the same moment. */
const TRIES = 5

/** A seat of the demo that somebody holds now. */
export type TakenSeat = { auctionId: string; teamId: string | null; actor: SignedInActor }

/**
 * Gives a visitor a bot's place in the demo's present night: a paddle, or, with `teamId` null, the console. Whoever has no account gets a
 * guest's identity that may act in rehearsals alone, like a bot's (DEMO-3). A person has one seat at a time.
 * @throws AppError DEMO.NONE, DEMO.TAKEN, LIMIT.TOO_MANY, AUCTION.REFUSED, AUCTION.UNAVAILABLE
 */
export const takeDemoSeat = async (
  services: Parts,
  { actor, address }: { actor: Actor; address: string },
  teamId: string | null,
): Promise<TakenSeat> => {
  await services.limits.take('seatByAddress', address)
  const visitor = visitorOf(actor)
  const { userId } = visitor
  const [night] = await demoNights(services.mongo)
  if (!night?.bots.some((bot) => bot.teamId === teamId)) throw new AppError('DEMO.NONE')
  const before = night.seats.find((seat) => seat.userId === userId)
  if (before && before.teamId !== teamId) await giveBack(services, night, before)
  const nowMs = Date.now()
  await change(services, night, (seats) => {
    if (seats.some((seat) => seat.teamId === teamId && seat.userId !== userId)) throw new AppError('DEMO.TAKEN')
    return [...seats.filter((seat) => seat.userId !== userId), { teamId, userId, untilMs: nowMs + SEAT_MS }]
  })
  await grant(services, night, { teamId, userId })
  await services.reach.tell({ changed: [userId] })
  return { auctionId: night.auctionId, teamId, actor: visitor }
}

/** Keeps the visitor's seat for a while longer; null where they have none any more. */
export const keepDemoSeat = async (services: Parts, actor: Actor): Promise<TakenSeat | null> => {
  const { userId } = actor
  const night = (await demoNights(services.mongo)).find(({ seats }) => seats.some((seat) => seat.userId === userId))
  const seat = night?.seats.find((one) => one.userId === userId)
  if (!night || !seat || userId === null) return null
  const untilMs = Date.now() + SEAT_MS
  await change(services, night, (seats) => seats.map((one) => (one.userId === userId ? { ...one, untilMs } : one)))
  return { auctionId: night.auctionId, teamId: seat.teamId, actor: { ...actor, userId } }
}

/** Gives the visitor's seat back to the bot; without one nothing happens. */
export const leaveDemoSeat = async (services: Parts, { userId }: Pick<Actor, 'userId'>): Promise<void> => {
  for (const night of await demoNights(services.mongo))
    for (const seat of night.seats) if (seat.userId === userId) await giveBack(services, night, seat)
}

/** Takes the seats back of which nothing was heard in time (DEMO-4). */
export const takeBackSeats = async (
  services: Omit<Parts, 'limits'>,
  night: DemoNight,
  nowMs: number,
): Promise<void> => {
  for (const seat of night.seats) if (seat.untilMs <= nowMs) await giveBack(services, night, seat)
}

const visitorOf = (actor: Actor): SignedInActor => {
  const { userId } = actor
  if (userId !== null && !actor.operator) return { ...actor, userId }
  return { userId: `guest-${newId()}`.slice(0, 40), admin: false, operator: false, bot: true, creator: false }
}

type Seated = Pick<SandboxSeat, 'teamId' | 'userId'>

const grant = async (services: Omit<Parts, 'limits'>, night: DemoNight, { teamId, userId }: Seated): Promise<void> => {
  const { mongo, log } = services
  const { auctionId } = night
  if (teamId === null) return void (await addStaff(mongo, night.eventId, 'auctioneer', userId))
  await addTeamOwner(mongo, { auctionId, teamId }, userId)
  const auction = await auctionById(mongo, auctionId)
  if (!auction) throw new AppError('DEMO.NONE')
  const asked = { type: 'GrantPaddle', user: userId, team: teamId } as const
  await command(log, auction, 'demo', `seat-${newId()}`, asked, ['DUPLICATE'])
}

/** Rights first, then the seat: until it is free nobody else can take it. */
const giveBack = async (
  services: Omit<Parts, 'limits'>,
  night: DemoNight,
  { teamId, userId }: Seated,
): Promise<void> => {
  const { mongo, log } = services
  const { auctionId } = night
  if (teamId === null) await removeStaff(mongo, night.eventId, 'auctioneer', userId)
  else {
    await removeTeamOwner(mongo, { auctionId, teamId }, userId)
    const auction = await auctionById(mongo, auctionId)
    const asked = { type: 'RevokePaddle', user: userId } as const
    if (auction) await command(log, auction, 'demo', `seat-${newId()}`, asked, ['NOT_A_PADDLE', 'ENDED'])
  }
  await services.reach.tell({ changed: [userId] })
  await change(services, night, (seats) => seats.filter((seat) => seat.userId !== userId))
}

const change = async (
  { mongo }: Pick<Parts, 'mongo'>,
  { eventId, tag }: DemoNight,
  by: (seats: readonly SandboxSeat[]) => readonly SandboxSeat[],
): Promise<void> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const now = await sandboxOfEvent(mongo, eventId)
    if (now?.tag !== tag) throw new AppError('DEMO.NONE')
    if (await changeSeats(mongo, now, by(now.seats))) return
  }
  throw new AppError('DEMO.TAKEN')
}
