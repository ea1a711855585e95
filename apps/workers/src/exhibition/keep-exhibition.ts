import { exhibitionMatch, nextExhibitionMatch, type Stores } from '@gavel/api'
import { nextPlay } from '@gavel/bots'
import { type Match, matchById } from '@gavel/db'
import { isAnswered } from '@gavel/livelog'
import { currentInnings, isMatchOf, type MatchCommand, type MatchState } from '@gavel/scoring'

type Parts = Pick<Stores, 'mongo' | 'log' | 'logger'>

/** Who writes the book of a match that nobody plays. */
const SCORER = { by: 'demo', device: 'exhibition' } as const

/** How long a match waits before what comes next, in milliseconds. A ball of a real match takes four times as long. */
export const WAITS = {
  ball: 7_000,
  over: 14_000,
  wicket: 12_000,
  innings: 60_000,
  start: 20_000,
  next: 90_000,
} as const
export type Waits = { readonly [What in keyof typeof WAITS]: number }

/**
 * Keeps the match going that nobody plays: writes the next ball when its time has come, confirms the result, and begins the next match when
 * people have looked at the last one (EXHIBIT-3). It goes by the log alone, so several workers may do it at once and any of them goes on
 * where another stopped. Where the exhibition was never seeded it does nothing.
 * @throws where a store is away; repeating it goes on
 */
export const keepExhibition = async (parts: Parts, nowMs: number, waits: Waits = WAITS): Promise<void> => {
  const match = await exhibitionMatch(parts)
  const state = match && match.log !== 'none' ? ((await parts.log.matches.load(match.id))?.state ?? null) : null
  if (!match || !state) {
    if (!match || (await isOver(parts, match, nowMs, waits))) await nextExhibitionMatch(parts, match, nowMs)
    return
  }
  if (state.phase.is === 'ended') {
    if (nowMs >= state.phase.atMs + waits.next) await nextExhibitionMatch(parts, match, nowMs)
    return
  }
  if (nowMs >= lastMs(match, state) + waitAfter(state, waits)) await goOn(parts, match.id, state)
}

/** A match whose log left Redis has ended and is archived, or was not begun for a crash. */
const isOver = async ({ mongo }: Parts, { id }: Match, nowMs: number, waits: Waits): Promise<boolean> => {
  const match = await matchById(mongo, id)
  if (match?.log === 'none') return false
  const { phase } = match?.stands ?? {}
  return phase?.is === 'ended' && nowMs >= phase.atMs + waits.next
}

const lastMs = ({ startsAtMs }: Match, { plays }: MatchState): number => plays.at(-1)?.atMs ?? startsAtMs ?? 0

function waitAfter(state: MatchState, waits: Waits): number {
  const last = state.plays.at(-1)
  if (!last || !isMatchOf(state, 'cricket')) return waits.start
  const innings = currentInnings(state.score)
  if (!innings || innings.end !== null) return waits.innings
  const wicket = 'wickets' in last.play && last.play.wickets !== undefined && last.play.wickets.length > 0
  if (wicket) return waits.wicket
  return innings.over === null && innings.balls > 0 ? waits.over : waits.ball
}

/** The next thing that happens, written as a scorer would write it. */
const goOn = async ({ log, logger }: Parts, matchId: string, state: MatchState): Promise<void> => {
  if (!isMatchOf(state, 'cricket')) return
  const { keeper } = state
  const after = state.plays.at(-1)?.seq ?? null
  const play = nextPlay(state, {}, matchId)
  const command: MatchCommand =
    keeper?.device !== SCORER.device
      ? { type: 'TakeLock', from: keeper, ...SCORER }
      : play
        ? { type: 'Play', after, play, ...SCORER }
        : { type: 'End', by: SCORER.by, as: null }
  // Another worker may have been quicker: then this one's is the same command, or comes behind it and is refused.
  const reply = await log.matches.execute(matchId, command, { commandId: `exhibition-${state.seq + 1}` })
  if (isAnswered(reply) && !reply.ok && reply.refusal.code !== 'BEHIND')
    logger.warn({ matchId, refusal: reply.refusal }, 'The match that nobody plays does not go on')
}
