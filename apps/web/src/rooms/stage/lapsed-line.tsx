import type { AuctionState } from '@gavel/auction'
import { TimerOff } from 'lucide-react'
import type { Directory } from '../directory.ts'
import { sentence } from '../sentences.ts'
import { storyOf } from '../stages/story.ts'

type LapsedLineProps = { auction: AuctionState; lot: number; directory: Directory }

/** Sealed amounts that were not revealed in time: the hall is told of them until the next lot. */
export function LapsedLine({ auction, lot, directory }: LapsedLineProps) {
  const lapsed = storyOf(auction, lot).filter(({ type }) => type === 'AmountLapsed')
  if (lapsed.length === 0) return null
  return (
    <ul aria-label="Lapsed amounts" className="grid gap-[0.6vh] text-stage-s">
      {lapsed.map((entry) => (
        <li key={entry.seq} className="plate flex items-center gap-[0.6em] justify-self-start py-[0.3em]">
          <TimerOff aria-hidden className="size-[1em] shrink-0" />
          {sentence(entry, directory, auction.rules.currency)}
        </li>
      ))}
    </ul>
  )
}
