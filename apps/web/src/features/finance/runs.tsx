'use client'

import type { FinanceRuns } from '@gavel/api'
import { Button, ErrorState, Section, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'
import { Moment } from '../queues/moment.tsx'

/** What the machines last did with the money, and comparing the books now. */
export function Runs({ runs: { cards, webhook, fetched, reconciled, open } }: { runs: FinanceRuns }) {
  const refresh = useRefresh()
  const compare = useMutation(
    useTRPC().finance.reconcile.mutationOptions({
      onSuccess: ({ pairs, found }) => {
        toast.success('The books were compared', {
          description: `${pairs} ${pairs === 1 ? 'pair agrees' : 'pairs agree'}, ${found} ${found === 1 ? 'differs' : 'differ'}.`,
        })
        refresh()
      },
    }),
  )
  return (
    <Section
      title="How it runs"
      aside={
        <Button
          size="sm"
          busy={compare.isPending}
          disabledReason={cards ? null : 'Nothing is paid online here'}
          onClick={() => compare.mutate()}
        >
          Compare now
        </Button>
      }
    >
      {compare.error ? (
        <ErrorState className="mb-3" title="The books were not compared" words={saidBy(compare.error)} />
      ) : null}
      {cards ? null : <p className="pb-3 text-sm text-warn">No key of Stripe’s is set: fees are paid by hand alone.</p>}
      <dl className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
        <Run name="Stripe last told us">{webhook ? <Moment atMs={webhook.atMs} /> : 'Nothing yet'}</Run>
        <Run name="We last asked Stripe">{fetched ? <Moment atMs={fetched.atMs} /> : 'Never'}</Run>
        <Run name="Books last compared">
          {reconciled ? (
            <>
              <Moment atMs={reconciled.atMs} />
              <span className="block text-muted tabular-nums">
                {reconciled.pairs} {reconciled.pairs === 1 ? 'pair' : 'pairs'}, {reconciled.found} differed
              </span>
            </>
          ) : (
            'Never'
          )}
        </Run>
        <Run name="Differences open">
          {open === 0 ? 'None' : <span className="font-semibold text-warn">{open}</span>}
        </Run>
      </dl>
    </Section>
  )
}

function Run({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5 border-b py-2 text-sm sm:border-b-0">
      <dt className="text-muted">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}
