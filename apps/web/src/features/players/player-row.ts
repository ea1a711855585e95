import type { RouterOutputs } from '@gavel/api'
import { type PlayerStatus, whyNotRemoved } from '@gavel/auction'

/** One player of the pool, as the desk lists them: names from the roster, the rest from the live log. */
export type PlayerRow = RouterOutputs['players']['list'][number]

/** What became of a player, in the words of the desk. */
export const STATUS_WORDS = {
  waiting: 'Waiting',
  on_block: 'On the block',
  sold: 'Sold',
  retained: 'Retained',
  unsold: 'Unsold',
  withdrawn: 'Withdrawn',
} as const satisfies Record<PlayerStatus['is'], string>

type Fate = Pick<PlayerRow, 'status' | 'timesCalled' | 'from'>

/** Whether the player may leave the pool: nobody has bid on them, and no registration holds them there. */
export const isRemovable = (player: Fate): boolean => whyItStays(player) === null

/** Why the player has to stay, to be read behind the name; null where they may go. */
export function whyItStays(player: Fate): string | null {
  const why = whyNotRemoved(player)
  return why === null && player.from.is === 'registration' ? 'registered: withdraw the registration instead' : why
}

/** Base price and nationality may change until somebody owns the player. */
export const isRepricable = ({ status }: Pick<PlayerRow, 'status'>): boolean =>
  status.is === 'waiting' || status.is === 'unsold'
