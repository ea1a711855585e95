'use client'

import { Button, cn, ErrorState } from '@gavel/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useOnline } from '../../rooms/use-online.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import type { useDraft } from '../entering/use-draft.ts'
import { ShortTime, useViewerZone } from './event-time.tsx'

/** Sends an entry into an event, and puts the answer where the page shows it. */
export function useRegister(slug: string, done: () => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useMutation(
    trpc.event.register.mutationOptions({
      onSuccess: (mine) => {
        queries.setQueryData(trpc.event.myRegistrations.queryKey({ slug }), (before) => [
          ...(before ?? []).filter(({ kind }) => kind !== mine.kind),
          mine,
        ])
        done()
      },
    }),
  )
}

type FrameProps = {
  name: string
  onSubmit: () => void
  error: unknown
  busy: boolean
  submit: string
  /** What it costs, in words. */
  price: string
  /** What happens once it is sent, always in view above the button. */
  promise: ReactNode
  draft: Pick<ReturnType<typeof useDraft>, 'keptAtMs' | 'startAfresh'>
  where?: 'drawer' | 'page'
  children: ReactNode
}

/** One column of fields with the price, what is promised and the button at its foot. */
export function RegistrationFrame(props: FrameProps) {
  const { name, onSubmit, error, busy, submit, price, promise, draft, where = 'drawer', children } = props
  const online = useOnline()
  return (
    <form noValidate aria-label={name} onSubmit={onSubmit} className="grid gap-4">
      {draft.keptAtMs === null ? null : <KeptNote keptAtMs={draft.keptAtMs} startAfresh={draft.startAfresh} />}
      {children}
      {error ? <ErrorState title="You are not registered" words={`${saidBy(error)} What you typed is kept.`} /> : null}
      <div
        className={cn(
          'sticky -mx-5 -mb-4 grid gap-3 border-t bg-raised px-5 py-4 first:-mt-4 first:rounded-t-card first:border-t-0',
          // A drawer scrolls within its own padding; a page does not.
          where === 'drawer' ? '-bottom-4' : 'bottom-0 rounded-b-card',
        )}
      >
        <div className="grid gap-1">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 tabular-nums" aria-live="polite">
            <span className="text-sm text-muted">Price</span>
            <span className="font-semibold">{price}</span>
          </p>
          <p className="text-sm text-muted">{promise}</p>
        </div>
        <Button
          type="submit"
          look="primary"
          size="lg"
          wide
          busy={busy}
          disabledReason={online ? null : 'No network. What you typed is kept on this device.'}
          showReason
        >
          {busy ? 'Sending' : submit}
        </Button>
      </div>
    </form>
  )
}

function KeptNote({ keptAtMs, startAfresh }: { keptAtMs: number; startAfresh: () => void }) {
  const zone = useViewerZone() ?? 'UTC'
  return (
    <div
      role="status"
      className="flex items-center justify-between gap-2 rounded-card border bg-sunken py-1 pr-1 pl-4 text-sm"
    >
      <span>
        We kept what you typed on <ShortTime atMs={keptAtMs} timeZone={zone} />.
      </span>
      <Button look="quiet" size="sm" icon={<Undo2 aria-hidden className="size-4" />} onClick={startAfresh}>
        Start afresh
      </Button>
    </div>
  )
}
