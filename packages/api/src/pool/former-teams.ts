import { MAX_BATCH } from '@gavel/auction'
import { type Auction, type AuctionTeam, newId, playersOf, teamsOf } from '@gavel/db'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'
import { liveStateOf } from './state-of.ts'

/** Somebody else may change teams or players meanwhile: then it begins again from what there is. */
const TRIES = 3

/**
 * Tells the log which team of the auction each player played for last season, where a list names it and nobody has said so yet. It is done
 * whenever players or teams have come, because either may come first; repeating it is harmless.
 * @throws AppError AUCTION.REFUSED, AUCTION.UNAVAILABLE
 */
export const settleFormerTeams = async (
  { mongo, log }: Pick<Services, 'mongo' | 'log'>,
  auction: Pick<Auction, 'id' | 'rules'>,
  by: string,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const state = await liveStateOf({ log }, auction.id)
    if (state.phase.is !== 'scheduled') return
    const [named, teams] = await Promise.all([playersOf(mongo, auction.id), teamsOf(mongo, auction.id)])
    const playing = teams.filter(({ teamId }) => state.teams[teamId])
    const found = named.flatMap(({ playerId: player, formerTeam }) => {
      const team = formerTeam === null ? undefined : teamCalled(playing, formerTeam)
      return team && state.players[player]?.formerTeam === null ? [{ player, team: team.teamId }] : []
    })
    try {
      for (let start = 0; start < found.length; start += MAX_BATCH)
        await command(log, auction, by, `former-${newId()}`, {
          type: 'SetFormerTeams',
          players: found.slice(start, start + MAX_BATCH),
        })
      return
    } catch (error) {
      const met = error instanceof AppError && MET.has(String(error.detail.code))
      if (!met || attempt === TRIES) throw error
    }
  }
}

/** What another change of the same auction is refused with. */
const MET = new Set(['UNKNOWN_PLAYER', 'UNKNOWN_TEAM', 'ALREADY_STARTED'])

/** The team that a list calls by its short name, its name, or the first letters of its name. */
const teamCalled = <T extends Pick<AuctionTeam, 'name' | 'short'>>(
  teams: readonly T[],
  called: string,
): T | undefined => {
  const wanted = plain(called)
  const initials = (name: string) =>
    name
      .split(/\s+/)
      .map((word) => word[0] ?? '')
      .join('')
  return (
    teams.find(({ short }) => plain(short) === wanted) ??
    teams.find(({ name }) => plain(name) === wanted) ??
    teams.find(({ name }) => plain(initials(name)) === wanted)
  )
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
