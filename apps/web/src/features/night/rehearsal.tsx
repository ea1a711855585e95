'use client'

import type { RouterOutputs } from '@gavel/api'
import { Button, ErrorState, Section, SkeletonRows, toast } from '@gavel/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Bot, Gavel } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { Confirm } from '../admin/desk/confirm.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'

type Current = NonNullable<RouterOutputs['sandbox']['current']>

/** How often the figures of a rehearsal that runs are read again. */
const LOOK_MS = 3_000

/** The rehearsal switch: the whole event in a copy, bots at the paddles, and nothing of it stays. */
export function Rehearsal({ slug, closed }: { slug: string; closed: string | null }) {
  const current = useQuery(useTRPC().sandbox.current.queryOptions({ slug }, { refetchInterval: LOOK_MS }))
  return (
    <Section title="Rehearse" id="rehearsal" aria-label="Rehearsal">
      {current.isPending ? (
        <SkeletonRows rows={2} words="Looking for a rehearsal" />
      ) : current.error && !current.data ? (
        <ErrorState title="The rehearsal could not be read" words={saidBy(current.error)} />
      ) : current.data ? (
        <Running slug={slug} current={current.data} />
      ) : (
        <StartRehearsal slug={slug} closed={closed} onStarted={() => current.refetch()} />
      )}
    </Section>
  )
}

type StartProps = { slug: string; closed: string | null; onStarted: () => void }

function StartRehearsal({ slug, closed, onStarted }: StartProps) {
  const refresh = useRefresh()
  const start = useMutation(
    useTRPC().sandbox.start.mutationOptions({
      onSuccess: () => {
        toast.success('The rehearsal is set up', { description: 'Bots sit at every paddle.' })
        onStarted()
        refresh()
      },
    }),
  )
  const asked = start.isPending ? start.variables?.auctioneer : null
  return (
    <div className="grid gap-4 pt-2">
      <p className="max-w-prose text-muted">
        Your teams, players, rules and running order in a room of their own, with bots at the paddles. Only you and your
        staff see it, nobody is told anything, and nothing of it stays.
      </p>
      {start.error ? <ErrorState title="No rehearsal was set up" words={saidBy(start.error)} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          icon={<Gavel aria-hidden className="size-4" />}
          disabledReason={closed}
          busy={asked === 'me'}
          onClick={() => start.mutate({ slug, auctioneer: 'me' })}
        >
          Rehearse at the console
        </Button>
        <Button
          icon={<Bot aria-hidden className="size-4" />}
          disabledReason={closed}
          busy={asked === 'bot'}
          onClick={() => start.mutate({ slug, auctioneer: 'bot' })}
        >
          Watch bots play it all
        </Button>
      </div>
      {closed ? <p className="text-sm text-muted">{closed}</p> : null}
    </div>
  )
}

const PHASES = {
  scheduled: 'Ready to start',
  running: 'Running',
  paused: 'Paused',
  ended: 'Ended',
} as const

function Running({ slug, current }: { slug: string; current: Current }) {
  const { auctionId, phase, sold, unsold, waiting, auctioneer } = current
  const refresh = useRefresh()
  const forget = useMutation(
    useTRPC().sandbox.forget.mutationOptions({
      onSuccess: () => {
        toast.success('The rehearsal is forgotten', { description: 'Nothing of it is left.' })
        refresh()
      },
    }),
  )
  return (
    <div className="grid gap-4 pt-2">
      <p role="status" className="flex flex-wrap items-baseline gap-x-4 gap-y-1 tabular-nums">
        <span className="text-lg font-semibold">{PHASES[phase]}</span>
        <span className="text-muted">
          {sold} sold, {unsold} unsold, {waiting} to come.{' '}
          {auctioneer === 'me' ? 'You conduct; bots bid.' : 'Bots conduct and bid.'}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {auctioneer === 'me' && phase !== 'ended' ? (
          <Button asChild look="primary">
            <Link href={paths.console(auctionId)}>
              <Gavel aria-hidden className="size-4" />
              Open its console
            </Link>
          </Button>
        ) : null}
        <Button asChild look={auctioneer === 'bot' ? 'primary' : 'plain'}>
          <Link href={paths.auction(auctionId)}>Watch its room</Link>
        </Button>
        <Button asChild>
          <Link href={paths.stage(auctionId)}>Its projector</Link>
        </Button>
        <Confirm
          face="Forget the rehearsal"
          title="Forget the rehearsal?"
          words="Its room closes for everybody who is in it, and every sale of it is gone. The real event is as it was."
          look="danger"
          danger
          busy={forget.isPending}
          done={forget.isSuccess}
          error={forget.error}
          onConfirm={() => forget.mutate({ slug })}
        />
      </div>
      <p className="text-sm text-muted">It is forgotten by itself six hours after its start.</p>
    </div>
  )
}
