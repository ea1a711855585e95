import { setTimeout as delay } from 'node:timers/promises'
import type { CreatedMatchRehearsal } from '@gavel/api'
import { connectMatch, type MatchOutcome, type MatchRoom } from '@gavel/room'
import { outcomeOf, sportOf } from '@gavel/scoring'
import { signedIn } from '../api.ts'
import { Failure } from '../failure.ts'
import type { Stack } from '../stack.ts'
import { type ReplayScript, waitAfter } from './script.ts'

const DEVICE = 'replay'
/** A room that does not open, or does not go on, for so long is given up. */
const OPEN_MS = 30_000

/**
 * Writes a recorded match into its rehearsal over a scorer's socket, at `speed` times the pace of a real one.
 * @throws Failure where the room refuses a play, or does not open
 */
export async function playAgain(
  stack: Stack,
  { matchId, scorer }: CreatedMatchRehearsal,
  script: ReplayScript,
  speed: number,
  each: (done: number) => void,
): Promise<{ tookMs: number }> {
  const { email, password } = scorer
  const accessToken = signedIn(stack.webUrl, { email, password })
  const startedMs = performance.now()
  const room = connectMatch({ matchId, realtimeUrl: stack.realtimeUrl, as: 'scorer', accessToken })
  try {
    await shows(room, 1)
    accepted(await room.send(`${matchId}-lock`, { type: 'TakeLock', device: DEVICE, from: null }), 'the scorer’s lock')
    let after = room.snapshot().match?.plays.at(-1)?.seq ?? null
    for (const [index, play] of script.plays.entries()) {
      const outcome = await room.send(`${matchId}-${index}`, { type: 'Play', device: DEVICE, after, play })
      after = accepted(outcome, `play ${index + 1} of ${script.plays.length}`)
      each(index + 1)
      const wait = waitAfter(play, script.plays[index + 1]) / speed
      if (wait >= 1) await delay(wait)
    }
    await confirm(room, matchId, after)
    return { tookMs: performance.now() - startedMs }
  } finally {
    room.close()
  }
}

/** The result is confirmed where the plays have one; a record that stops before stays open. `last`: seq of the last play. */
async function confirm(room: MatchRoom, matchId: string, last: number | null): Promise<void> {
  await shows(room, last ?? 1)
  const { match } = room.snapshot()
  if (!match || outcomeOf(match.phase, sportOf(match.sport).outcome(match.score)).is === 'open') return
  accepted(await room.send(`${matchId}-end`, { type: 'End', as: null }), 'the result')
}

function accepted(outcome: MatchOutcome, what: string): number {
  if (outcome.is === 'accepted') return outcome.seq
  throw new Failure(`The match does not take ${what}: ${outcome.words}`)
}

/** Waits until the room is open and shows the log up to this seq: an answer may come before its entry. */
function shows(room: MatchRoom, seq: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Failure('The match’s room does not go on: look at the log of npm start, then try again.'))
    }, OPEN_MS)
    const look = () => {
      const { status, match } = room.snapshot()
      if (status.is === 'refused') reject(new Failure(`The scorer was not let in: ${status.words}`))
      if (status.is !== 'live' || !match || match.seq < seq) return
      clearTimeout(timer)
      resolve()
    }
    room.subscribe(look)
    look()
  })
}
