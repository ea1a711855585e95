import { type Event, type MatchSide, newId, teamsOf } from '@gavel/db'
import { z } from 'zod'
import { teamFields } from '../auction/team-input.ts'
import { AppError } from '../errors.ts'
import { eventFields, timeMs } from '../event/input.ts'
import type { Services } from '../services.ts'

/** A team of the event, or one that plays this match alone. */
export const sideInput = z.union([z.strictObject({ teamId: z.string().min(1).max(40) }), z.strictObject(teamFields)])

/** What an organiser says of a match, each field as it is checked wherever it comes in. */
export const matchFields = {
  startsAtMs: timeMs.nullable(),
  timeZone: eventFields.timeZone,
  venue: eventFields.venue,
  round: z
    .strictObject({
      stage: z.string().trim().min(1).max(60),
      group: z.string().trim().min(1).max(20).nullable(),
      round: z.number().int().min(1).max(200),
    })
    .nullable(),
}

/** A sport's format, and the numbers of it that the organiser sets. */
export const formatInput = { format: z.string().min(1).max(40), rules: z.record(z.string(), z.unknown()).default({}) }

/** @throws AppError TEAM.NOT_FOUND */
export const sideFor = async (
  { mongo }: Pick<Services, 'mongo'>,
  { auctionId }: Pick<Event, 'auctionId'>,
  given: z.infer<typeof sideInput>,
): Promise<MatchSide> => {
  if (!('teamId' in given)) return { team: newId(), ...given, from: null }
  const teams = auctionId === null ? [] : await teamsOf(mongo, auctionId)
  const team = teams.find(({ teamId }) => teamId === given.teamId)
  if (!team) throw new AppError('TEAM.NOT_FOUND')
  const { teamId, name, short, colour } = team
  return { team: teamId, name, short, colour, from: null }
}
