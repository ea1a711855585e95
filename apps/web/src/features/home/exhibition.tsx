import type { CurrentDemo, Roster } from '@gavel/api'
import type { AuctionState } from '@gavel/auction'
import { Section } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { TakeSeat } from '../demo/take-seat.tsx'
import { lightRoster } from './light-roster.ts'
import { LiveCard } from './live-card.tsx'
import { pictureOf } from './picture.ts'

/** The exhibition's present night with what its card shows. */
export type ShownDemo = { night: CurrentDemo; roster: Roster; state: AuctionState | null }

/** An auction that bots play at this moment: to watch, and to take part in with one click. */
export function Exhibition({ demo, lead, realtimeUrl }: { demo: ShownDemo; lead: boolean; realtimeUrl: string }) {
  const { night, roster, state } = demo
  return (
    <Section
      aria-label="Exhibition"
      title="Exhibition"
      aside={
        <Link href={paths.demo} className="font-semibold text-ink underline">
          Watch it
        </Link>
      }
    >
      <div className="grid gap-5 pt-2">
        <p className="max-w-prose text-muted">
          Bots bid here while anyone watches. Take a paddle from one of them, or the auctioneer’s place: no account is
          needed.
        </p>
        <LiveCard
          auctionId={night.auctionId}
          eventName={night.name}
          roster={lightRoster(roster)}
          first={state && pictureOf(state)}
          realtimeUrl={realtimeUrl}
          lead={lead}
        />
        <TakeSeat demo={night} />
      </div>
    </Section>
  )
}
