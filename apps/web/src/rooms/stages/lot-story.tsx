import type { AuctionState } from '@gavel/auction'
import { cn, Section } from '@gavel/ui'
import type { Directory } from '../directory.ts'
import { sentence } from '../sentences.ts'
import { storyOf } from './story.ts'

type LotStoryProps = {
  auction: AuctionState
  lot: number
  directory: Directory
  className?: string
}

/** What was said about a lot after its bidding, the newest first. Nothing where nothing was. */
export function LotStory({ auction, lot, directory, className }: LotStoryProps) {
  const story = storyOf(auction, lot).toReversed()
  if (story.length === 0) return null
  return (
    <Section title="How it went" level={3} className={cn(className)}>
      <ol aria-label="How it went, newest first" className="text-sm">
        {story.map((entry, at) => (
          <li
            key={entry.seq}
            className={cn('border-b py-2 last:border-b-0', at === 0 ? 'animate-enter font-semibold' : 'text-muted')}
          >
            {sentence(entry, directory, auction.rules.currency)}
          </li>
        ))}
      </ol>
    </Section>
  )
}
