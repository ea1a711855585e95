import type { MatchCommand, ScoredSport } from '@gavel/scoring'
import { z } from 'zod'
import { commandId, epoch, id, link, seq } from '../common.ts'
import { side } from './fields.ts'
import { playOf, setupOf } from './sports.ts'

/** Socket.IO namespace of match rooms. */
export const MATCH_NAMESPACE = '/match'

/** What a page is for: `scorer` and `blind` are given what the public is not, if the person may score. */
export const matchJoinMessage = z.strictObject({
  matchId: id,
  since: seq.nullable(),
  link: link.nullable(),
  as: z.enum(['public', 'scorer', 'blind']),
})

export const matchLeaveMessage = z.strictObject({ matchId: id })

/** `command`, before it is known which sport it is about: its command is read by {@link scorerCommand} of the match's own. */
export const matchCommandMessage = z.strictObject({ matchId: id, commandId, epoch, command: z.unknown() })

const device = id
const holder = z.strictObject({ user: id, device })
/** The fingerprint of consequences that the person has seen. */
const accepting = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .nullable()
/** Seq of a play. */
const of = seq

/** A command of a scorer, without who gives it, who is known by the socket. */
export type ScorerCommand = MatchCommand extends infer C ? (C extends MatchCommand ? Omit<C, 'by'> : never) : never

const commandIn = (sport: ScoredSport): z.ZodType<ScorerCommand> => {
  const [play, setup] = [playOf(sport), setupOf(sport)]
  return z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('SetUp'), setup, accepting }),
    z.strictObject({ type: z.literal('TakeLock'), device, from: holder.nullable() }),
    z.strictObject({ type: z.literal('ReleaseLock'), device }),
    z.strictObject({ type: z.literal('Play'), device, after: seq.nullable(), play }),
    z.strictObject({ type: z.literal('Remove'), device, of, accepting }),
    z.strictObject({ type: z.literal('Restore'), device, of, accepting }),
    z.strictObject({ type: z.literal('Amend'), device, of, play, accepting }),
    z.strictObject({ type: z.literal('Insert'), device, before: seq, play, accepting }),
    z.strictObject({ type: z.literal('PlayBlind'), device, from: seq, play }),
    z.strictObject({ type: z.literal('RemoveBlind'), device, of }),
    z.strictObject({ type: z.literal('StopBlind'), device }),
    z.strictObject({ type: z.literal('TakeBlind'), device, from: holder }),
    z.strictObject({
      type: z.literal('End'),
      as: z
        .discriminatedUnion('is', [
          z.strictObject({ is: z.literal('awarded'), to: side }),
          z.strictObject({ is: z.literal('conceded'), by: side }),
          z.strictObject({ is: z.literal('abandoned') }),
        ])
        .nullable(),
    }),
    z.strictObject({ type: z.literal('Reopen') }),
  ])
}

const commands = new Map<ScoredSport, z.ZodType<ScorerCommand>>()

/** What a scorer may send in a match of this sport. */
export const scorerCommand = (sport: ScoredSport): z.ZodType<ScorerCommand> => {
  const known = commands.get(sport) ?? commandIn(sport)
  commands.set(sport, known)
  return known
}

export type MatchJoinMessage = z.infer<typeof matchJoinMessage>
export type MatchLeaveMessage = z.infer<typeof matchLeaveMessage>
export type MatchCommandMessage = Omit<z.infer<typeof matchCommandMessage>, 'command'> & { command: ScorerCommand }
