import type { EventCard } from '@gavel/api'
import { Button } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { Publish, StartAuction } from './overview/steps.tsx'

type NextStepProps = { event: EventCard; mayManage: boolean }

/** The one thing to do next with an event of a list: publish the draft, start the auction, go to the console, look at the results. */
export function NextStep({ event, mayManage }: NextStepProps) {
  const { auction, status } = event
  const go = (href: string, words: string) => (
    <Button asChild size="sm">
      <Link href={href}>{words}</Link>
    </Button>
  )
  if (status === 'cancelled') return null
  if (auction?.phase === 'ended' || status === 'finished')
    return auction ? go(paths.results(auction.auctionId), 'Results') : null
  if (status === 'live' || auction?.phase === 'running' || auction?.phase === 'paused')
    return auction ? go(paths.console(auction.auctionId), 'Console') : null
  if (!mayManage) return null
  return status === 'draft' ? <Publish event={event} size="sm" /> : <StartAuction event={event} size="sm" />
}
