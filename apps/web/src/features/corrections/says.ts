import type { AuctionState, Consequence, Remedy } from '@gavel/auction'
import { formatMoney } from '@gavel/ui'
import type { Directory } from '../../rooms/directory.ts'

/** A sale as it should have been; `to` null: none at all. */
export type Corrected = { playerId: string; to: { teamId: string; amount: number } | null }

/** What a correction does, in one sentence. */
export function correctionSaid({ playerId, to }: Corrected, auction: AuctionState, directory: Directory): string {
  const { currency } = auction.rules
  const name = directory.player(playerId).name
  const status = auction.players[playerId]?.status
  const now =
    status?.is === 'sold'
      ? `${name}, sold to ${directory.team(status.team).name} for ${formatMoney(status.amount, currency)},`
      : name
  return to === null
    ? `${now} goes unsold: the sale is void.`
    : `${now} goes to ${directory.team(to.teamId).name} for ${formatMoney(to.amount, currency)}.`
}

/** What would then have been refused. */
export function consequenceSaid(one: Consequence, auction: AuctionState, directory: Directory): string {
  const money = formatMoney(one.amount, auction.rules.currency)
  const { name } = directory.team(one.team)
  const player = directory.player(one.player).name
  return one.bought
    ? `Lot ${one.lot}: ${name} bought ${player} for ${money}`
    : `Lot ${one.lot}: ${name} bid ${money} for ${player}`
}

/** What can be done about it. */
export function remedySaid(remedy: Remedy, auction: AuctionState, directory: Directory): string {
  switch (remedy.is) {
    case 'raise_purse':
      return `raise the purse of ${directory.team(remedy.team).name} by ${formatMoney(remedy.by, auction.rules.currency)}`
    case 'void_sale':
      return `correct the sale of ${directory.player(remedy.player).name} too`
    case 'let_it_stand':
      return 'let it stand'
    default:
      return remedy satisfies never
  }
}
