import type { Player } from './state.ts'

/**
 * Why a player must stay in the pool, in words that follow the name; null where he may be removed: only who waits and was never called may
 * (POOL-2). `decide` asks it, and whoever offers a removal.
 */
export function whyNotRemoved({ status, timesCalled }: Pick<Player, 'status' | 'timesCalled'>): string | null {
  switch (status.is) {
    case 'waiting':
      return timesCalled === 0 ? null : 'has been called before'
    case 'on_block':
      return 'is being sold now'
    case 'sold':
      return 'is sold'
    case 'retained':
      return 'is retained by a team'
    case 'unsold':
      return 'was called and is unsold'
    case 'withdrawn':
      return 'was withdrawn'
    default:
      return status satisfies never
  }
}
