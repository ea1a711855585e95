import type { VisibleEntry } from '@gavel/auction'
import { formatMoney } from '@gavel/ui'
import type { Directory } from './directory.ts'

/** One entry of the log as a sentence, or null for what has no words for this audience. */
export function sentence(entry: VisibleEntry, { team, player }: Directory, currency: string): string | null {
  const money = (amount: number) => formatMoney(amount, currency)
  switch (entry.type) {
    case 'Hidden':
      return null
    case 'AuctionCreated':
      return `The auction was made under ${entry.rules.name}.`
    case 'TeamAdded':
      return `${team(entry.team).name} joined with a purse of ${money(entry.purse)}.`
    case 'PaddleGranted':
      return `A paddle was given for ${team(entry.team).name}.`
    case 'PaddleRevoked':
      return 'A paddle was taken back.'
    case 'PlayerAdded':
      return `${player(entry.player).name} joined the pool at ${money(entry.base)}.`
    case 'PlayerMoved':
      return `${player(entry.player).name} was moved in the running order.`
    case 'SetMoved':
      return `Set ${entry.set} was moved in the running order.`
    case 'PlayerRetained':
      return `${team(entry.team).name} retained ${player(entry.player).name} for ${money(entry.amount)}.`
    case 'PlayerWithdrawn':
      return `${player(entry.player).name} was withdrawn.`
    case 'AuctionStarted':
      return 'The auction started.'
    case 'LotOpened':
      return `Lot ${entry.lot}: ${player(entry.player).name} at a base of ${money(entry.base)}.`
    case 'BidPlaced':
      return `${team(entry.team).name} bid ${money(entry.amount)}${entry.floor ? ' from the floor' : ''}.`
    case 'BidRetracted':
      return 'The last bid was taken back.'
    case 'GoingCalled':
      return entry.call === 1 ? 'Going once.' : 'Going twice.'
    case 'LotSold':
      return `${player(entry.player).name} sold to ${team(entry.team).name} for ${money(entry.amount)}.`
    case 'LotUnsold':
      return `${player(entry.player).name} went unsold.`
    case 'PlayerRecalled':
      return `${player(entry.player).name} was recalled.`
    case 'LotHeld':
      return 'Bids were held for a moment.'
    case 'AuctionPaused':
      return `The auction was paused${entry.message ? `: ${entry.message}` : ''}.`
    case 'AuctionResumed':
      return 'The auction went on.'
    case 'AuctionEnded':
      return 'The auction ended.'
    case 'Recovered':
      return 'The log was recovered after a fault.'
    default:
      return entry satisfies never
  }
}
