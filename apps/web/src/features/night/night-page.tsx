import type { EventSetup } from '@gavel/api'
import { Button, Section } from '@gavel/ui'
import { ClipboardList, Gavel, type LucideIcon, MonitorPlay, Presentation, Radio } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { DeskTitle } from '../admin/desk/desk-title.tsx'
import { CopyButton } from '../join/copy-button.tsx'
import { JoinCard } from '../join/join-card.tsx'
import { PrintButton } from './print-button.tsx'
import { Rehearsal } from './rehearsal.tsx'

type NightPageProps = {
  event: Pick<EventSetup['event'], 'slug' | 'name' | 'joinCode' | 'auctionId' | 'sandboxOf' | 'status'>
  phase: EventSetup['phase']
  /** The event's code as an address that other devices know. */
  joinUrl: string
}

/** Everything for the night itself: how people come in, a rehearsal, the screens of the hall, and what to do when something breaks. */
export function NightPage({ event, phase, joinUrl }: NightPageProps) {
  const { slug, auctionId, joinCode } = event
  return (
    <>
      <DeskTitle
        title="The night"
        words="How people come in, a rehearsal before it counts, and every screen of the hall."
      />
      <Section title="Let people in" className="break-after-page">
        <div className="grid gap-3 pt-2">
          <JoinCard
            code={joinCode}
            url={joinUrl}
            title={`Follow ${event.name}`}
            words="For fans and everybody in the hall. Owners, bidders and staff come in by their own invitations."
          />
          <div className="flex flex-wrap gap-2 print:hidden">
            <CopyButton text={joinUrl} words="Copy the link" />
            <PrintButton face="Print the code" />
            <Button asChild look="quiet">
              <Link href={paths.adminTeams(slug)}>Invite owners and bidders</Link>
            </Button>
            <Button asChild look="quiet">
              <Link href={paths.adminPeople(slug)}>Invite auctioneers and scorers</Link>
            </Button>
          </div>
        </div>
      </Section>
      <div className="grid grid-cols-1 gap-8 print:hidden">
        {event.sandboxOf ? null : <Rehearsal slug={slug} closed={closedFor(event.status, phase)} />}
        {auctionId ? (
          <Section title="Screens">
            <ul className="grid">
              <Screen
                Icon={Gavel}
                href={paths.console(auctionId)}
                title="Console"
                words="The auctioneer’s desk: calls, hammer, bids from the floor. Any auctioneer can take over at once."
              />
              <Screen
                Icon={Presentation}
                href={paths.stage(auctionId)}
                title="Projector"
                words="Player, price, leader and purses, to be read from twenty metres. Open it on the hall’s screen and press F11."
              />
              <Screen
                Icon={Radio}
                href={paths.overlay(auctionId)}
                title="Stream overlay"
                words="The same as a transparent page, for the browser source of a streaming program."
              />
              <Screen
                Icon={MonitorPlay}
                href={paths.auction(auctionId)}
                title="Room"
                words="What fans see, on phones and desks."
              />
              <Screen
                Icon={ClipboardList}
                href={paths.runSheet(auctionId)}
                title="Run sheet"
                words="The whole running order on paper, with room for prices: print it before the doors open."
              />
            </ul>
          </Section>
        ) : null}
        <Section title="When something breaks">
          <ul className="grid max-w-prose list-disc gap-2 pt-2 pl-5">
            <li>
              The auctioneer’s computer dies: another auctioneer signs in anywhere and opens the console. The player who
              is up, the price and the clock stand where they stood.
            </li>
            <li>
              A paddle’s phone dies: raise a hand, and the auctioneer enters the bid from the floor. Or open the paddle
              on any other phone.
            </li>
            <li>
              A wrong bid: the auctioneer takes the last one back. A wrong name or photo: correct it under Players, at
              any time; every screen follows.
            </li>
            <li>
              Everything dies: start Gavel again. What was acknowledged is kept, and the auction goes on where it stood.
            </li>
          </ul>
        </Section>
      </div>
    </>
  )
}

function closedFor(status: EventSetup['event']['status'], phase: EventSetup['phase']): string | null {
  if (status === 'cancelled') return 'The event is cancelled.'
  return phase === null || phase === 'scheduled' ? null : 'The auction has begun: a rehearsal is for before it.'
}

type ScreenProps = { Icon: LucideIcon; href: string; title: string; words: string }

function Screen({ Icon, href, title, words }: ScreenProps) {
  return (
    <li className="relative flex items-start gap-4 border-b py-3 last:border-b-0 hover:bg-raised">
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
      <div className="grid min-w-0 gap-0.5">
        <Link href={href} className="font-semibold underline-offset-4 after:absolute after:inset-0 hover:underline">
          {title}
        </Link>
        <p className="max-w-prose text-sm text-muted">{words}</p>
      </div>
    </li>
  )
}
