import type { BotSignIn, CreatedRehearsal } from '@gavel/api'
import type { AuctionState } from '@gavel/auction'
import { connectRoom, type Outcome, type Room } from '@gavel/room'
import { signedIn } from '../api.ts'
import type { Stack } from '../stack.ts'
import { auctioneerStep, paddleStep, type Script } from './bots.ts'
import { RehearsalError } from './cast.ts'
import type { RehearsalPlan } from './plan.ts'
import { progressBar } from './progress.ts'

/** How the room ended. `refused`: refusals that bots received. */
export type PlayedRoom = { state: AuctionState; refused: number; jumps: number; tookMs: number }

/** At a human pace: a paddle thinks this long, the auctioneer lets each call stand this long. */
const PADDLE_MS = { least: 700, most: 2_000 }
const CALL_MS = { least: 900, most: 1_500 }
/** After a refusal the room is looked at again; not sooner, so that nobody is flooded. */
const RETRY_MS = 100
/** A bot that is refused so often in a row, while nothing else happens, will never succeed. */
const MAX_REFUSALS = 20
/** A room in which nothing happens for so long is given up. */
const SILENCE_MS = 120_000

/**
 * Plays the plan in the real room: every bot signs in and has a socket of its own; the auctioneer's opens, calls and hammers, each paddle's bids when
 * it sees its turn. Bots go by what the room shows, so they go on after a break of any kind.
 *
 * @throws RehearsalError where the room refuses what the plan asks, or falls silent
 */
export async function playRoom(
  stack: Stack,
  created: CreatedRehearsal,
  plan: RehearsalPlan,
  speed: number,
  isShown: boolean,
): Promise<PlayedRoom> {
  const startedMs = performance.now()
  const script = scriptOf(created, plan)
  const counts = { refused: 0, jumps: 0 }
  const rooms: Room[] = []
  const tokens = await signInAll(stack, [created.auctioneer, ...created.teams.map((t) => t.bot)])
  const enter = (bot: BotSignIn, as: 'auctioneer' | 'paddle') => {
    const accessToken = tokens.get(bot.userId) ?? (() => Promise.resolve(null))
    const room = connectRoom({ auctionId: created.auctionId, realtimeUrl: stack.realtimeUrl, as, accessToken })
    rooms.push(room)
    return room
  }
  const bar = progressBar(script.lots.length, isShown)
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<PlayedRoom>((resolve, reject) => {
      const failed = (error: unknown) => reject(error)
      for (const { teamId, bot } of created.teams) {
        const room = enter(bot, 'paddle')
        const act = async (state: AuctionState) => {
          const bid = paddleStep(state, script, teamId)
          if (!bid) return null
          await pause(PADDLE_MS, speed)
          const outcome = await room.bid({ lot: bid.lot, amount: bid.amount })
          if (outcome.is === 'accepted' && bid.jump) counts.jumps++
          return outcome
        }
        drive(room, act, counts, failed)
      }
      const room = enter(created.auctioneer, 'auctioneer')
      const act = async (state: AuctionState) => {
        const step = auctioneerStep(state, script)
        if (step === 'done') resolve({ state, ...counts, tookMs: performance.now() - startedMs })
        if (step === 'done' || step === 'waits') return null
        await pause(CALL_MS, speed)
        return room.command(step.does)
      }
      // The auctioneer begins when every paddle is in the room.
      const ready = () => rooms.every((r) => r.snapshot().status.is === 'live')
      drive(
        room,
        (state) => (state.phase.is === 'scheduled' && !ready() ? Promise.resolve(null) : act(state)),
        counts,
        failed,
      )
      timer = watchRoom(room, bar, failed)
    })
  } finally {
    clearInterval(timer)
    bar.stop()
    for (const room of rooms) room.close()
  }
}

/** Signs every bot in, one after the other: checking a password is work, and the server has other guests. */
async function signInAll(stack: Stack, bots: readonly BotSignIn[]): Promise<Map<string, () => Promise<string>>> {
  const tokens = new Map<string, () => Promise<string>>()
  for (const { userId, email, password } of bots) {
    const token = signedIn(stack.webUrl, { email, password })
    await token()
    tokens.set(userId, token)
  }
  return tokens
}

type Act = (state: AuctionState) => Promise<Outcome | null>

/**
 * Lets a bot act whenever the room changes, one act at a time, and never on a picture older than its own last act. Also now and then, since
 * a refusal or a lost answer changes nothing in the room.
 */
function drive(room: Room, act: Act, counts: { refused: number }, failed: (error: unknown) => void): void {
  let isBusy = false
  let seenSeq = 0
  let refusals = { seq: 0, count: 0 }
  const look = async () => {
    const { auction, status } = room.snapshot()
    if (status.is === 'refused') throw new RehearsalError(`A bot was not let into the room: ${status.words}`)
    if (isBusy || !auction || auction.seq < seenSeq) return
    isBusy = true
    const outcome = await act(auction)
    isBusy = false
    if (outcome === null) return
    if (outcome.is === 'accepted') {
      seenSeq = outcome.seq
      void look().catch(failed)
      return
    }
    if (outcome.is === 'refused') {
      counts.refused++
      refusals = { seq: auction.seq, count: refusals.seq === auction.seq ? refusals.count + 1 : 1 }
      if (refusals.count >= MAX_REFUSALS)
        throw new RehearsalError(`A bot was refused ${MAX_REFUSALS} times in a row: ${outcome.code}, ${outcome.words}`)
    }
    setTimeout(() => void look().catch(failed), RETRY_MS)
  }
  room.subscribe(() => void look().catch(failed))
  void look().catch(failed)
}

function watchRoom(room: Room, bar: ReturnType<typeof progressBar>, failed: (error: unknown) => void): NodeJS.Timeout {
  let last = { seq: 0, atMs: performance.now() }
  return setInterval(() => {
    const { auction } = room.snapshot()
    const seq = auction?.seq ?? 0
    if (seq !== last.seq) last = { seq, atMs: performance.now() }
    else if (performance.now() - last.atMs > SILENCE_MS)
      failed(
        new RehearsalError(
          'Nothing has happened in the room for two minutes: look at the log of npm start, then try again.',
        ),
      )
    if (auction) bar.update(auction)
  }, 200)
}

function scriptOf(created: CreatedRehearsal, plan: RehearsalPlan): Script {
  const teamIds = new Map(created.teams.map((t) => [t.name, t.teamId]))
  const playerIds = new Map(created.players.map((p) => [p.ref, p.playerId]))
  const lots = plan.lots.map(({ player, bids }) => ({
    playerId: playerIds.get(player) ?? '',
    bids: bids.map((bid) => ({ ...bid, team: teamIds.get(bid.team) ?? '' })),
  }))
  return { lots, byPlayer: new Map(lots.map((lot) => [lot.playerId, lot])) }
}

async function pause({ least, most }: { least: number; most: number }, speed: number): Promise<void> {
  if (speed === Number.POSITIVE_INFINITY) return
  const ms = (least + Math.random() * (most - least)) / speed
  await new Promise((resolve) => setTimeout(resolve, ms))
}
