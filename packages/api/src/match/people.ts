import { type Event, type Match, playersOf } from '@gavel/db'
import type { BySide, MatchSetup, Side } from '@gavel/scoring'
import { seenSquads } from '../season/seen-squads.ts'
import type { Services } from '../services.ts'

/** Somebody who may be chosen for a side. `price`: what the team paid, in the event's currency's smallest unit; null for those of no squad. */
export type Choice = { id: string; name: string; role: string; price: number | null; retained: boolean }

/** Those who may be chosen for a side, and those who are chosen and are not among them: a correction took them from the squad (MATCHAPI-3). */
export type SideChoices = { choices: Choice[]; strangers: string[] }

/** @param setup as it stands: the log's own once it is begun. */
export const choicesFor = async (
  asked: Parameters<typeof seenSquads>[0],
  match: Pick<Match, 'sides' | 'people'>,
  setup: MatchSetup,
): Promise<BySide<SideChoices>> => {
  const { auctionId } = asked.event
  const squads = await seenSquads(asked)
  const players = auctionId === null ? [] : await playersOf(asked.services.mongo, auctionId)
  const named = new Map(players.map((player) => [player.playerId, player.name]))
  const of = (side: Side): SideChoices => {
    const squad = squads.find(({ teamId }) => teamId === match.sides[side].team)
    const bought = (squad?.players ?? []).map(({ playerId, role, price, retained }) => ({
      ...{ id: playerId, name: named.get(playerId) ?? playerId, role, price, retained },
    }))
    const added = match.people
      .filter((person) => person.side === side)
      .map(({ id, name }) => ({ id, name, role: '', price: null, retained: false }))
    const choices = [...bought, ...added]
    const known = new Set(choices.map(({ id }) => id))
    return { choices, strangers: setup.sides[side].players.filter((id) => !known.has(id)) }
  }
  return { home: of('home'), away: of('away') }
}

/** The names behind the ids of a match's log: whoever was sold to a team of the event, or was added to the match. */
export const namesIn = async (
  { mongo }: Pick<Services, 'mongo'>,
  { auctionId }: Pick<Event, 'auctionId'>,
  match: Pick<Match, 'people'>,
  ids: ReadonlySet<string>,
): Promise<Record<string, string>> => {
  const players = auctionId === null ? [] : await playersOf(mongo, auctionId)
  const sold = players.filter(({ playerId }) => ids.has(playerId)).map(({ playerId, name }) => [playerId, name])
  return Object.fromEntries([...sold, ...match.people.map(({ id, name }) => [id, name])])
}
