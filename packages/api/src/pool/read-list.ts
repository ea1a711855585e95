import { createHash } from 'node:crypto'
import { type RuleSet, reservePerPlace } from '@gavel/auction'
import {
  categoriesOf,
  type ListedPlayer,
  type ListPreview,
  type Overrides,
  PlayerListError,
  previewPlayerList,
  type RowEdit,
} from '@gavel/player-list'
import { AppError } from '../errors.ts'
import type { PoolPlayer } from './add-players.ts'
import { setForRole } from './sets.ts'

/** A file of players, and what a person says about its columns and rows. */
export type ListFile = {
  name: string
  bytes: string | Uint8Array
  map: Overrides
  edits: readonly RowEdit[]
}

/** A row of a list as a player of a pool. `baseAssumed`: the list says no base price, and the lowest of the rules is taken. */
export type ReadPlayer = { row: number; baseAssumed: boolean; player: PoolPlayer }
export type ReadList = Pick<ListPreview, 'columns' | 'missing' | 'rows'> &
  Pick<NonNullable<ListPreview['list']>, 'refused' | 'warnings'> & { players: ReadPlayer[]; hasNames: boolean }

/**
 * Reads a file into players of a pool under its auction's rules. A player's id is made from what the list says of him, so the same list
 * again means the same players.
 * @throws AppError LIST.UNREADABLE
 */
export const readList = ({ bytes, map, edits }: ListFile, rules: RuleSet): ReadList => {
  const { list, ...preview } = previewed(bytes, map, edits, rules)
  if (!list) return { ...preview, players: [], refused: [], warnings: [], hasNames: false }
  const lowest = reservePerPlace(rules)
  const players = list.players.map((listed) => ({
    row: listed.row,
    baseAssumed: listed.base === null,
    player: poolPlayer(listed, lowest),
  }))
  const unpriced = players.filter(({ baseAssumed }) => baseAssumed).length
  const retained = list.players.filter(({ outcome }) => outcome === 'retained').length
  const pictured = list.players.filter(({ photoUrl }) => photoUrl !== null).length
  const warnings = [
    ...list.warnings,
    // Pages load pictures from Gavel alone; fetching addresses that a file names would let it look around in our network.
    ...(pictured > 0
      ? [
          `Photos that are addresses elsewhere, which are not fetched: ${pictured}. Send the photos themselves, one by one or as a zip.`,
        ]
      : []),
    ...(unpriced > 0 ? [`${unpriced} without a base price took the lowest of the rules.`] : []),
    ...(retained > 0 ? [`Marked as retained, but they come into the pool like everybody: ${retained}.`] : []),
  ]
  return { ...preview, players, refused: list.refused, warnings, hasNames: true }
}

const previewed = (
  bytes: ListFile['bytes'],
  map: Overrides,
  edits: readonly RowEdit[],
  rules: RuleSet,
): ListPreview => {
  try {
    return previewPlayerList(bytes, { map, edits, rules })
  } catch (error) {
    if (!(error instanceof PlayerListError)) throw error
    throw new AppError('LIST.UNREADABLE', { reason: error.message }, { cause: error })
  }
}

const poolPlayer = (player: ListedPlayer, lowest: number): PoolPlayer => {
  const { row: _, ...said } = player
  const { test, odi, t20 } = player.caps ?? { test: null, odi: null, t20: null }
  return {
    playerId: `p${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 19)}`,
    name: player.name,
    country: player.country ?? '',
    role: player.role ?? '',
    set: player.set ?? setForRole(player.role ?? ''),
    base: player.base ?? lowest,
    age: player.age,
    caps: player.caps && (test ?? 0) + (odi ?? 0) + (t20 ?? 0),
    photoUrl: null,
    userId: null,
    stats: player.stats,
    formerTeam: player.formerTeam,
    overseas: player.overseas,
    categories: categoriesOf({ capped: player.capped, role: player.role ?? '', age: player.age }),
  }
}
