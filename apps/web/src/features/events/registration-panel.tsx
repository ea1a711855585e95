'use client'

import type { EventCard, MyRegistration } from '@gavel/api'
import { Button, Dialog, ErrorState } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import type { FirstEntry } from './first-entry.ts'
import { LeaveEvent } from './leave-event.tsx'
import { OwnerForm } from './owner-form.tsx'
import { placesLeft } from './places.ts'
import { PlayerForm } from './player-form.tsx'
import { RegistrationState } from './registration-state.tsx'

export type Kind = MyRegistration['kind']

type RegistrationPanelProps = {
  event: EventCard
  basePrices: readonly number[]
  /** Colours of the teams that are there. */
  worn: readonly string[]
  /** What is known of the viewer; null for a guest. */
  viewer: FirstEntry | null
  mine: MyRegistration[]
  /** The form that the address asks for, as after signing in. */
  asked: Kind | null
}

/** How often a registration that is still being confirmed is looked at again. */
const SETTLING_MS = 1_500
/** The same for a place on the waiting list. */
const WAITING_MS = 20_000

const KINDS = [
  { kind: 'player', places: 'players', words: 'Register as a player', full: 'Join the waiting list as a player' },
  { kind: 'owner', places: 'teams', words: 'Register a team', full: 'Join the waiting list with a team' },
] as const

/** Registering, and what became of it. */
export function RegistrationPanel({ event, basePrices, worn, viewer, mine: first, asked }: RegistrationPanelProps) {
  const trpc = useTRPC()
  const {
    data: mine = first,
    error,
    refetch,
  } = useQuery(
    trpc.event.myRegistrations.queryOptions(
      { slug: event.slug },
      {
        initialData: first,
        enabled: viewer !== null,
        refetchInterval: ({ state }) => {
          const statuses = state.data?.map(({ status }) => status) ?? []
          return statuses.includes('pending')
            ? SETTLING_MS
            : statuses.includes('waitlisted') || statuses.includes('awaiting')
              ? WAITING_MS
              : false
        },
      },
    ),
  )
  const router = useRouter()
  const standing = mine.map(({ kind, status }) => `${kind} ${status}`).join()
  const before = useRef(standing)
  const states = useRef<HTMLDivElement>(null)
  const sent = useRef(false)
  useEffect(() => {
    if (before.current === standing) return
    before.current = standing
    // The button that was pressed is gone; what became of it takes its place.
    if (sent.current) states.current?.focus()
    sent.current = false
    // Places, pool, teams and paddles around this panel changed with it.
    router.refresh()
  }, [standing, router])

  const open = event.status === 'published'
  const [shown, setShown] = useState<Kind | null>(open && viewer !== null ? asked : null)

  function show(kind: Kind | null) {
    setShown(kind)
    window.history.replaceState(null, '', kind ? formAddress(event.slug, kind) : paths.event(event.slug))
  }

  const close = () => {
    sent.current = true
    show(null)
  }
  return (
    <section aria-labelledby="registration" className="grid gap-3">
      <h2 id="registration" className="sr-only">
        Registration
      </h2>
      <div ref={states} aria-live="polite" tabIndex={-1} className="grid gap-3 rounded-card outline-none empty:hidden">
        {mine.map((registration) => (
          <RegistrationState
            key={registration.id}
            mine={registration}
            currency={event.currency}
            auctionId={event.auction?.auctionId ?? null}
            again={open ? () => show(registration.kind) : null}
            leave={open ? <LeaveEvent slug={event.slug} mine={registration} /> : null}
          />
        ))}
      </div>
      {error ? (
        <ErrorState
          title="Your registration could not be looked up"
          words="What you see is from a moment ago. Nothing was lost."
          action={<Button onClick={() => refetch()}>Try again</Button>}
        />
      ) : null}
      {open ? (
        <ul className="grid gap-3">
          {KINDS.filter(({ kind }) => !mine.some((one) => one.kind === kind)).map(({ kind, places, words, full }) => {
            const left = placesLeft(event.capacity, event.taken, places)
            const face = left.full ? full : words
            const look = kind === 'player' ? 'primary' : 'plain'
            if (left.total === 0) return null
            return (
              <li key={kind} className="grid gap-1">
                {viewer === null ? (
                  <Button asChild look={look} size="lg" wide>
                    <Link href={paths.signin(formAddress(event.slug, kind))}>{face}</Link>
                  </Button>
                ) : (
                  <Button look={look} size="lg" wide onClick={() => show(kind)}>
                    {face}
                  </Button>
                )}
                {viewer === null ? <p className="text-sm text-muted">You sign in first.</p> : null}
              </li>
            )
          })}
        </ul>
      ) : mine.length === 0 ? (
        <p className="text-sm text-muted">{closedWords(event.status)}</p>
      ) : null}
      <Dialog
        from="side"
        open={shown === 'player'}
        onOpenChange={(next) => show(next ? 'player' : null)}
        title="Register as a player"
        words={event.name}
      >
        {viewer ? (
          <PlayerForm
            slug={event.slug}
            first={viewer}
            basePrices={basePrices}
            currency={event.currency}
            full={placesLeft(event.capacity, event.taken, 'players').full}
            done={close}
          />
        ) : null}
      </Dialog>
      <Dialog
        from="side"
        open={shown === 'owner'}
        onOpenChange={(next) => show(next ? 'owner' : null)}
        title="Register a team"
        words={event.name}
      >
        <OwnerForm
          slug={event.slug}
          price={basePrices.at(-1) ?? 1}
          currency={event.currency}
          full={placesLeft(event.capacity, event.taken, 'teams').full}
          worn={worn}
          done={close}
        />
      </Dialog>
    </section>
  )
}

const formAddress = (slug: string, kind: Kind) => `${paths.event(slug)}?register=${kind}`

function closedWords(status: EventCard['status']): string {
  switch (status) {
    case 'draft':
      return 'Registration opens once this event is published.'
    case 'published':
      return ''
    case 'live':
      return 'Registration is closed: the auction is on.'
    case 'finished':
      return 'Registration is closed: the auction is over.'
    case 'cancelled':
      return 'This event was cancelled and takes nobody.'
    default:
      return status satisfies never
  }
}
