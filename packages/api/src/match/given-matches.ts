import { randomUUID } from 'node:crypto'
import { matchArchive, matchById, setMatchArchived, setMatchFollowed, setMatchStands } from '@gavel/db'
import { bodyOf } from '@gavel/livelog'
import { createMatch, foldMatch, type MatchCommand, type MatchDraft, type MatchEntry } from '@gavel/scoring'
import type { Given } from '../given.ts'
import { chained } from '../log/chain.ts'
import { standsOf } from './counted.ts'
import { firstOfMatch } from './start.ts'

/** A command as a test gives it, without who asks. */
export type Asked = MatchCommand extends infer C ? (C extends MatchCommand ? Omit<C, 'by'> : never) : never

/** Writes into the logs of a test's matches. @returns the seq that it stands at */
export const writing =
  ({ services: { log } }: Given) =>
  async (matchId: string, command: Asked): Promise<number> => {
    const asked = { ...command, by: 'scorer' } as MatchCommand
    const reply = await log.matches.execute(matchId, asked, { commandId: randomUUID() })
    if (!reply.ok) throw new Error(JSON.stringify(reply.refusal))
    return reply.seq
  }

/** Lets lists know how a match that is live stands, as the archiver does. */
export const noteStands = async ({ services: { log, mongo } }: Given, matchId: string) => {
  const state = (await log.matches.load(matchId))?.state
  if (!state) throw new Error('not live')
  await setMatchStands(mongo, matchId, standsOf(state), state.phase.is)
  return state
}

/** A match that was played and archived, each entry stamped by its own moment. @param drafts what came after it was made */
export const pastMatch = async (
  { services: { mongo } }: Given,
  matchId: string,
  drafts: readonly (readonly [atMs: number, draft: MatchDraft])[],
) => {
  const match = await matchById(mongo, matchId)
  const [first] = drafts
  if (!match || !first) throw new Error('no match')
  const whole = [[first[0], createMatch(matchId, firstOfMatch(match))] as const, ...drafts]
  const stamp = { by: 'scorer', cmd: 'past', sum: '' }
  const entries = whole.map(([atMs, draft], n): MatchEntry => ({ ...draft, ...stamp, atMs, seq: n + 1 }))
  await matchArchive(mongo).append(matchId, chained(whole.map(([atMs, draft]) => bodyOf(draft, atMs, stamp))))
  const state = foldMatch(entries)
  if (!state) throw new Error('no log')
  await setMatchFollowed(mongo, matchId)
  await setMatchStands(mongo, matchId, standsOf(state), state.phase.is)
  await setMatchArchived(mongo, matchId, state.seq)
}
