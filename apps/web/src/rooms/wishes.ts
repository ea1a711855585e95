import { type AuctionState, type PlayerId, purseLeft, type TeamId } from '@gavel/auction'
import { z } from 'zod'

/** A player whom an owner wants, and the most to pay for him, in the currency's smallest unit. */
export type Wish = { player: PlayerId; max: number }

/** An owner's private list, the most wanted first: the order in which the autopilot takes them. */
export type Wishes = readonly Wish[]

const max = z.number().int().positive()
/** A list of an earlier page had no order: the dearest come first. */
const stored = z.union([
  z.array(z.object({ player: z.string(), max })),
  z.record(z.string(), max).transform((record) =>
    Object.entries(record)
      .map(([player, most]) => ({ player, max: most }))
      .sort((one, other) => other.max - one.max),
  ),
])

/** The list as this device kept it; an empty one where nothing can be read. */
export function storedWishes(text: string | null): Wishes {
  try {
    return stored.parse(JSON.parse(text ?? '[]'))
  } catch {
    return []
  }
}

/** The list with another maximum for a player, who comes last where he is new; null takes him off. */
export function withMaximum(wishes: Wishes, player: PlayerId, most: number | null): Wishes {
  if (most === null) return wishes.filter((wish) => wish.player !== player)
  const known = wishes.some((wish) => wish.player === player)
  if (!known) return [...wishes, { player, max: most }]
  return wishes.map((wish) => (wish.player === player ? { player, max: most } : wish))
}

/** The list with a player one place up or down among those who can still be bought, who alone are shown in order. */
export function moved(wishes: Wishes, player: PlayerId, by: 1 | -1, shown: readonly PlayerId[]): Wishes {
  const to = shown[shown.indexOf(player) + by]
  if (!shown.includes(player) || to === undefined) return wishes
  const order = wishes.filter((wish) => wish.player !== player)
  const wish = wishes.find((one) => one.player === player)
  const at = order.findIndex((one) => one.player === to)
  if (!wish || at < 0) return wishes
  order.splice(by === 1 ? at + 1 : at, 0, wish)
  return order
}

type WishStand = {
  /** Who can still be bought, in the owner's order. */
  open: Wishes
  /** Who is gone: bought by anybody, retained, or withdrawn. */
  gone: Wishes
  /** What the open ones would cost at their maxima, and how far that is above the money left; 0 where it is not. */
  total: number
  over: number
}

/** Where a list stands in the auction: a maximum is a wish for each player, so together they may come to more than there is. */
export function standOf(auction: AuctionState, team: TeamId, wishes: Wishes): WishStand {
  const own = auction.teams[team]
  const isOpen = ({ player }: Wish) => {
    const is = auction.players[player]?.status.is
    return is === 'waiting' || is === 'on_block' || is === 'unsold'
  }
  const open = wishes.filter(isOpen)
  const total = open.reduce((sum, wish) => sum + wish.max, 0)
  return {
    open,
    gone: wishes.filter((wish) => !isOpen(wish)),
    total,
    over: own ? Math.max(0, total - purseLeft(own)) : 0,
  }
}
