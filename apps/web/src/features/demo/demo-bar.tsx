'use client'

import type { CurrentDemo } from '@gavel/api'
import { Button } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import { Bot } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { TakeSeat } from './take-seat.tsx'
import { useSeat } from './use-seat.ts'

type DemoBarProps = {
  auctionId: string
  /** The exhibition's present night. */
  demo: CurrentDemo
}

const FRESH_MS = 15_000

/** Over a room of the exhibition: who plays it, how to take part, and how to give the place back. */
export function DemoBar({ auctionId, demo: first }: DemoBarProps) {
  const trpc = useTRPC()
  // Others take places meanwhile, and a night ends.
  const options = trpc.demo.current.queryOptions(undefined, { initialData: first, refetchInterval: FRESH_MS })
  const demo = useQuery(options).data ?? first
  const view = useSearchParams().get('view')
  const onPaper = usePathname().endsWith('/runsheet')
  // Others look at a projector, at a stream and at paper.
  if (view !== null || onPaper) return null
  return (
    <aside aria-label="Exhibition" className="border-b bg-sunken">
      <div className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2 text-sm sm:px-5">
        <Bot aria-hidden className="size-4 shrink-0 text-muted" />
        {demo.auctionId !== auctionId ? (
          <>
            <p>This exhibition is over.</p>
            <Link href={paths.demo} className="font-semibold underline">
              Watch the one that is on now
            </Link>
          </>
        ) : first.mine === null ? (
          <Invitation demo={demo} />
        ) : (
          <Seated auctionId={auctionId} demo={demo} mine={first.mine} />
        )}
      </div>
    </aside>
  )
}

function Invitation({ demo }: { demo: CurrentDemo }) {
  return (
    <>
      <p>Bots play this exhibition, for ever.</p>
      <details className="open:basis-full">
        <summary className="min-h-8 cursor-pointer content-center font-semibold underline">Take a place</summary>
        <div className="py-2">
          <TakeSeat demo={demo} />
        </div>
      </details>
    </>
  )
}

function Seated({ auctionId, demo, mine }: DemoBarProps & { mine: string }) {
  const { lost, leave } = useSeat()
  const team = demo.teams.find(({ teamId }) => teamId === mine)
  if (lost)
    return (
      <>
        <p role="status">The bot has your place again.</p>
        <a href={paths.auction(auctionId)} className="font-semibold underline">
          Watch on
        </a>
      </>
    )
  return (
    <>
      <p>{team ? `You bid for ${team.name} in the bot’s place.` : 'You are the auctioneer in the bot’s place.'}</p>
      <Link href={team ? paths.paddle(auctionId) : paths.console(auctionId)} className="font-semibold underline">
        {team ? 'Your paddle' : 'Your console'}
      </Link>
      <Button
        size="sm"
        onClick={() => {
          void leave().then(() => window.location.assign(paths.auction(auctionId)))
        }}
      >
        Give it back
      </Button>
    </>
  )
}
