import { isAnswered, type LogReply, type MatchLog } from '@gavel/livelog'
import { type MatchRefusal, matchRefusalWords, type ScoredSport } from '@gavel/scoring'
import { AppError } from '../errors.ts'
import { patiently } from '../log/patience.ts'

/**
 * Asks a match's log, patiently. `ask` names the same command each time.
 * @param settled refusals that mean that it has been done already
 * @throws AppError MATCH.REFUSED with the refusal's words, MATCH.UNAVAILABLE where the log cannot be asked
 */
export const settledBy = async (
  sport: ScoredSport,
  ask: () => Promise<LogReply<MatchLog>>,
  settled: readonly MatchRefusal['code'][] = [],
): Promise<void> => {
  const reply = await patiently(ask)
  if (!isAnswered(reply)) throw new AppError('MATCH.UNAVAILABLE')
  if (reply.ok || settled.includes(reply.refusal.code)) return
  const { code } = reply.refusal
  throw new AppError('MATCH.REFUSED', { code, words: matchRefusalWords(reply.refusal, sport) })
}
