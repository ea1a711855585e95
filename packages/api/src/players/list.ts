import type { AuctionState, Player } from '@gavel/auction'
import { type AuctionPlayer, importsOf, playersOf } from '@gavel/db'
import { namesOfSets } from '../pool/sets.ts'
import { stateOf } from '../pool/state-of.ts'
import { auctionProcedure } from '../trpc.ts'
import type { PlayerOrigin, PlayerRow } from './types.ts'

/** The whole pool in its running order. */
export const list = auctionProcedure('auction.correct').query(
  async ({ ctx: { services, auction } }): Promise<PlayerRow[]> => {
    const [state, named, imports] = await Promise.all([
      stateOf(services, auction.id),
      playersOf(services.mongo, auction.id),
      importsOf(services.mongo, auction.id),
    ])
    const byId = new Map(named.map((player) => [player.playerId, player]))
    const files = new Map(imports.map(({ id, fileName }) => [id, fileName]))
    const sets = namesOfSets(named, auction.setNames)
    return inOrder(state).flatMap((player) => {
      const who = byId.get(player.id)
      return who ? [rowOf(player, who, sets.get(player.set) ?? player.set, originOf(who, files))] : []
    })
  },
)

const inOrder = (state: AuctionState): Player[] =>
  state.sets.flatMap(({ players }) => players.flatMap((id) => state.players[id] ?? []))

const rowOf = (
  { base, set: setId, overseas, categories, formerTeam, status, timesCalled }: Player,
  { playerId, name, country, role, age, caps, photoUrl, stats }: AuctionPlayer,
  set: string,
  from: PlayerOrigin,
): PlayerRow => ({
  playerId,
  name,
  country,
  role,
  setId,
  set,
  base,
  age,
  caps,
  photoUrl,
  overseas,
  categories,
  formerTeam,
  stats,
  status,
  timesCalled,
  from,
})

const originOf = ({ importId, userId }: AuctionPlayer, files: ReadonlyMap<string, string>): PlayerOrigin => {
  if (importId !== null) return { is: 'import', importId, fileName: files.get(importId) ?? '' }
  return userId === null ? { is: 'hand' } : { is: 'registration' }
}
