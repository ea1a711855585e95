import type { AuctionState } from '@gavel/auction'
import { SingleBar } from 'cli-progress'

/** A bar on standard error that counts closed lots; nothing where it is not shown. */
export function progressBar(lots: number, isShown: boolean): { update(state: AuctionState): void; stop(): void } {
  if (!isShown) return { update: () => {}, stop: () => {} }
  const bar = new SingleBar({
    format: '{bar} {value} of {total} lots, {sold} sold, {entries} entries, {duration_formatted}',
    stream: process.stderr,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
  })
  bar.start(lots, 0, { sold: 0, entries: 0 })
  return {
    update(state) {
      const sold = Object.values(state.players).filter((p) => p.status.is === 'sold').length
      bar.update(state.lotCount - (state.lot ? 1 : 0), { sold, entries: state.seq })
    },
    stop: () => bar.stop(),
  }
}
