import { type AuctionPlayer, playersOf } from '@gavel/db'
import { nameKey } from '@gavel/player-list'
import { type ReadPlayer, readList } from '../pool/read-list.ts'
import { liveStateOf } from '../pool/state-of.ts'
import { auctionProcedure } from '../trpc.ts'
import { listFile } from './input.ts'
import type { ImportPreview, PreviewPlayer } from './types.ts'

/** Players shown of a list; the rest are counted. */
const SHOWN = 50

/** Reads a list as an import would, and changes nothing. A mutation, because a file does not fit into an address. */
export const preview = auctionProcedure('auction.manage')
  .input(listFile)
  .mutation(async ({ ctx: { services, auction }, input: { file, map, edits } }): Promise<ImportPreview> => {
    const [state, named] = await Promise.all([liveStateOf(services, auction.id), playersOf(services.mongo, auction.id)])
    const bytes = Buffer.from(file.base64, 'base64')
    const { players, hasNames: _, ...list } = readList({ name: file.name, bytes, map, edits }, auction.rules)
    const known = players.filter(({ player }) => state.players[player.playerId])
    return {
      ...list,
      warnings: [...list.warnings, ...namesakes(players, named)],
      players: players.slice(0, SHOWN).map((read) => shown(read, state.players[read.player.playerId] !== undefined)),
      fresh: players.length - known.length,
      known: known.length,
    }
  })

const shown = ({ row, baseAssumed, player }: ReadPlayer, known: boolean): PreviewPlayer => {
  const { name, country, role, set, base, age, caps, overseas } = player
  return { row, name, country, role, set, base, baseAssumed, age, caps, overseas, known }
}

/** Names told in one sentence; the others are counted. */
const TOLD = 10

/** Whoever of the list is in the pool under the same name, but with other values: perhaps the same person, corrected in the file. */
const namesakes = (players: readonly ReadPlayer[], named: readonly AuctionPlayer[]): string[] => {
  const ids = new Set(named.map(({ playerId }) => playerId))
  const names = new Set(named.map(({ name }) => nameKey(name)))
  const found = players.filter(({ player }) => !ids.has(player.playerId) && names.has(nameKey(player.name)))
  if (found.length === 0) return []
  const told = found.slice(0, TOLD).map(({ player }) => player.name)
  const more = found.length > TOLD ? ` and ${found.length - TOLD} more` : ''
  return [`In the pool already, with other values: ${told.join(', ')}${more}. They would come in as other people.`]
}
