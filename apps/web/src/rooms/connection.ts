import type { ConnectionState } from '@gavel/ui'
import type { AuctionRoom } from '../realtime/use-auction-room.ts'

/** What the slim bar over a live page says. */
export function connectionOf(room: AuctionRoom, online: boolean): ConnectionState {
  const { status } = room
  if (status.is === 'reconnecting' || status.is === 'connecting') {
    if (!online) return { kind: 'offline' }
    return { kind: status.is }
  }
  if (status.is === 'behind') return { kind: 'behind', entries: status.entries }
  if (status.is === 'live' && !room.writable && room.auction?.phase.is !== 'ended') {
    return { kind: 'read-only', reason: 'No bids can be taken just now. Nothing was lost; this page waits with you' }
  }
  return { kind: 'live' }
}

/** Why every control of a live page is off, or null. */
export function whyOff(room: AuctionRoom): string | null {
  switch (room.status.is) {
    case 'connecting':
      return 'Connecting'
    case 'reconnecting':
      return 'Reconnecting'
    case 'behind':
      return 'Catching up'
    case 'refused':
      return room.status.words
    case 'live':
      if (room.auction?.phase.is === 'ended') return 'The auction has ended'
      return room.writable ? null : 'No bids can be taken just now'
    default:
      return room.status satisfies never
  }
}
