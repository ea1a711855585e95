'use client'

import type { EventCard } from '@gavel/api'
import { Button, Dialog, DialogClose, ErrorState, toast } from '@gavel/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'

type NextStepProps = { event: EventCard; mayManage: boolean; size?: 'sm' | 'md'; prominent?: boolean }

/** The one thing to do next with an event: publish the draft, start the auction, go to the console, look at the results. */
export function NextStep({ event, mayManage, size = 'md', prominent = false }: NextStepProps) {
  const { auction, status } = event
  const look = prominent ? 'primary' : 'plain'
  if (auction?.phase === 'ended' || status === 'finished') {
    return auction ? (
      <Button asChild size={size}>
        <Link href={paths.auction(auction.auctionId)}>Results</Link>
      </Button>
    ) : null
  }
  if (status === 'cancelled') return null
  if (status === 'live' || auction?.phase === 'running' || auction?.phase === 'paused') {
    return auction ? (
      <Button asChild size={size} look={look}>
        <Link href={paths.console(auction.auctionId)}>Console</Link>
      </Button>
    ) : null
  }
  if (!mayManage) return null
  return status === 'draft' ? (
    <Publish event={event} size={size} look={look} />
  ) : (
    <Start event={event} size={size} look={look} />
  )
}

type StepProps = { event: EventCard; size: 'sm' | 'md'; look: 'primary' | 'plain' }

function Publish({ event, size, look }: StepProps) {
  const trpc = useTRPC()
  const refresh = useRefresh()
  const publish = useMutation(
    trpc.event.publish.mutationOptions({
      onSuccess: () => {
        toast.success(`${event.name} is published`, { description: 'Everybody sees it, and registration is open.' })
        refresh()
      },
    }),
  )
  return (
    <Confirm
      face="Publish"
      title={`Publish ${event.name}?`}
      words="Everybody sees it from then on, and people can register. It cannot be made a draft again."
      size={size}
      look={look}
      busy={publish.isPending}
      done={publish.isSuccess}
      error={publish.error}
      onConfirm={() => publish.mutate({ slug: event.slug })}
    />
  )
}

function Start({ event, size, look }: StepProps) {
  const trpc = useTRPC()
  const refresh = useRefresh()
  const start = useMutation(
    trpc.auction.start.mutationOptions({
      onSuccess: () => {
        toast.success(`The auction of ${event.name} is open`, { description: 'Players are called from the console.' })
        refresh()
      },
    }),
  )
  const auctionId = event.auction?.auctionId
  if (!auctionId) return null
  return (
    <Confirm
      face="Start the auction"
      title={`Start the auction of ${event.name}?`}
      words="The room opens for everybody, and registration closes. The first player is called from the console."
      size={size}
      look={look}
      busy={start.isPending}
      done={start.isSuccess}
      error={start.error}
      onConfirm={() => start.mutate({ auctionId })}
    />
  )
}

type ConfirmProps = Omit<StepProps, 'event'> & {
  face: string
  title: string
  words: string
  busy: boolean
  done: boolean
  error: unknown
  onConfirm: () => void
}

/** Says what will happen before it does; a refusal stays where the finger is. */
function Confirm({ face, title, words, size, look, busy, done, error, onConfirm }: ConfirmProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open && !done}
      onOpenChange={setOpen}
      trigger={
        <Button size={size} look={look} busy={done}>
          {face}
        </Button>
      }
      title={title}
      words={words}
      actions={
        <>
          <DialogClose asChild>
            <Button>Not yet</Button>
          </DialogClose>
          <Button look="primary" busy={busy} onClick={onConfirm}>
            {face}
          </Button>
        </>
      }
    >
      {error ? <ErrorState title="Nothing was changed" words={saidBy(error)} /> : null}
    </Dialog>
  )
}

/** Draws the page again from what the server holds now, and forgets what queries held. */
function useRefresh() {
  const router = useRouter()
  const queries = useQueryClient()
  return () => {
    queries.invalidateQueries()
    router.refresh()
  }
}
