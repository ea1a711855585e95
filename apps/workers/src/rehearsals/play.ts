import { DEMO, sitsNow } from '@gavel/api'
import type { AccessTokens } from '@gavel/auth'
import {
  auctioneerPauseMs,
  auctioneerStep,
  type Bot,
  createPaddle,
  createRng,
  type PaddleAct,
  temperOf,
} from '@gavel/bots'
import type { Sandbox } from '@gavel/db'
import { connectRoom, type Outcome, type Room } from '@gavel/room'
import { liveIn, type Mind } from './actor.ts'

export type PlayParts = {
  tokens: AccessTokens
  /** Where programs find the sockets. */
  realtimeUrl: string
  /** How many times quicker than people the bots are; 1 but in tests. */
  pace: number
}

/** The bots of one sandbox at work, each with a socket of its own. `seats`: visitors sit here now. */
export type Play = { seats: (taken: Sandbox['seats']) => void; close: () => void }

/**
 * Lets the bots of a sandbox act. They go by what the room shows, so they go on from wherever another worker left off.
 * @throws nothing: while the room cannot be reached they wait for it
 */
export function playSandbox({ tokens, realtimeUrl, pace }: PlayParts, sandbox: Sandbox): Play {
  const { auctionId, tag, bots } = sandbox
  if (auctionId === null) throw new Error('a sandbox that is not built has no bots')
  const paddles = bots.filter(({ teamId }) => teamId !== null)
  const rooms: Room[] = []
  const stops: (() => void)[] = []
  let seats = sandbox.seats

  const isDemo = sandbox.startedBy === DEMO
  const isWatched = () => rooms.some((room) => room.snapshot().watching > bots.length)
  /** Bots stand back for visitors, and a demo waits while nobody watches it (DEMO-4, DEMO-5). */
  const mayAct = (teamId: string | null) => () => !sitsNow({ seats }, teamId, Date.now()) && (!isDemo || isWatched())

  const enter = (userId: string, as: 'paddle' | 'auctioneer'): Room => {
    const accessToken = async () => {
      const actor = { userId, admin: false, operator: false, bot: true, creator: false }
      return (await tokens.sign(actor)).token
    }
    const room = connectRoom({ auctionId, realtimeUrl, as, accessToken })
    rooms.push(room)
    return room
  }

  for (const { userId, teamId } of bots) {
    if (teamId === null) {
      const everybodyIsIn = () => rooms.every((room) => room.snapshot().status.is === 'live')
      const room = enter(userId, 'auctioneer')
      stops.push(liveIn(room, auctioneer(room, tag, everybodyIsIn), pace, mayAct(null)))
      continue
    }
    const index = paddles.findIndex((bot) => bot.teamId === teamId)
    const bot: Bot = { temper: temperOf(tag, index), seed: `${tag}:${teamId}` }
    const room = enter(userId, 'paddle')
    stops.push(liveIn(room, bidder(room, teamId, bot), pace, mayAct(teamId)))
  }
  return {
    seats: (taken) => {
      seats = taken
    },
    close: () => {
      for (const stop of stops) stop()
      for (const room of rooms) room.close()
    },
  }
}

const bidder = (room: Room, teamId: string, bot: Bot): Mind => {
  const paddle = createPaddle(teamId, bot)
  return ({ auction }) => {
    const thought = auction && paddle.next(auction)
    if (!thought) return null
    return {
      afterMs: thought.afterMs,
      act: () => {
        const now = room.snapshot().auction
        const next = now && paddle.next(now)
        return next ? doing(room, next.act, () => paddle.did(next.act)) : null
      },
    }
  }
}

const doing = async (room: Room, act: PaddleAct, did: () => void): Promise<Outcome> => {
  const outcome = await (act.type === 'PlaceBid'
    ? room.bid({ lot: act.lot, amount: act.amount })
    : room.act(inOwnName(act)))
  if (outcome.is === 'accepted') did()
  return outcome
}

/** What is sealed or hidden is for the own paddle anyway. */
const inOwnName = (act: Exclude<PaddleAct, { type: 'PlaceBid' }>): Parameters<Room['act']>[0] => {
  switch (act.type) {
    case 'SealAmount':
    case 'RevealAmount':
    case 'SetProxy':
      return act
    default:
      return { ...act, floorTeam: null }
  }
}

/** The auctioneer opens the hall when every paddle is in it. */
const auctioneer = (room: Room, tag: string, everybodyIsIn: () => boolean): Mind => {
  const rng = createRng(`${tag}:auctioneer`)
  return ({ auction }) => {
    if (!auction || auction.phase.is === 'paused' || auction.phase.is === 'ended') return null
    return {
      afterMs: auctioneerPauseMs(auction, rng),
      act: () => {
        const now = room.snapshot().auction
        if (!now) return null
        if (now.phase.is === 'scheduled' && !everybodyIsIn()) return LOOK_AGAIN
        const step = auctioneerStep(now)
        return typeof step === 'string' ? null : room.command(step.does)
      },
    }
  }
}

/** Nothing was done, yet there is something to do: the bot looks again a moment later. */
const LOOK_AGAIN = Promise.resolve({ is: 'unknown', words: '' } as const)
