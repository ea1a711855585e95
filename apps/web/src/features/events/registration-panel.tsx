'use client'

import type { EntryTerms, EventCard, MyRegistration } from '@gavel/api'
import { Button, Dialog, ErrorState } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { draftKey } from '../entering/draft.ts'
import { lookAgainMs } from '../entering/standing.ts'
import { EntryDoor } from './entry-door.tsx'
import type { FirstEntry } from './first-entry.ts'
import { OwnerForm } from './owner-form.tsx'
import { PlayerForm } from './player-form.tsx'
import { RegistrationState } from './registration-state.tsx'

export type Kind = MyRegistration['kind']

type RegistrationPanelProps = {
  event: EventCard
  terms: EntryTerms
  basePrices: readonly number[]
  /** Colours of the teams that are there. */
  worn: readonly string[]
  /** What is known of the viewer; null for a guest. */
  viewer: (FirstEntry & { userId: string }) | null
  mine: MyRegistration[]
  /** The form that the address asks for, as after signing in. */
  asked: Kind | null
  /** Where phones reach this installation. */
  origin: string
}

/** How often places, and how many wait for them, are looked at again. */
const TERMS_MS = 30_000
const KINDS = ['player', 'owner'] as const

/** Registering, and what became of it. */
export function RegistrationPanel(props: RegistrationPanelProps) {
  const { event, terms: firstTerms, basePrices, worn, viewer, mine: first, asked, origin } = props
  const { slug } = event
  const trpc = useTRPC()
  const open = event.status === 'published'
  const { data: terms, dataUpdatedAt } = useQuery(
    trpc.event.entryTerms.queryOptions({ slug }, { initialData: firstTerms, refetchInterval: open ? TERMS_MS : false }),
  )
  const { data, error, refetch } = useQuery(
    trpc.event.myRegistrations.queryOptions(
      { slug },
      {
        initialData: first,
        enabled: viewer !== null,
        refetchInterval: ({ state }) => lookAgainMs(state.data?.map(({ status }) => status) ?? []) ?? false,
      },
    ),
  )
  const mine = data ?? first
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

  const [shown, setShown] = useState<Kind | null>(open && viewer !== null ? asked : null)

  function show(kind: Kind | null) {
    setShown(kind)
    window.history.replaceState(null, '', kind ? formAddress(slug, kind) : paths.event(slug))
  }

  const close = () => {
    sent.current = true
    show(null)
  }
  const offered = KINDS.map((kind) => terms[kind]).filter(
    ({ kind, places }) => places > 0 && !mine.some((one) => one.kind === kind),
  )
  return (
    <section aria-labelledby="registration" className="grid gap-5">
      <h2 id="registration" className="sr-only">
        Registration
      </h2>
      <div ref={states} aria-live="polite" tabIndex={-1} className="grid gap-3 rounded-card outline-none empty:hidden">
        {mine.map((registration) => (
          <RegistrationState
            key={registration.id}
            slug={slug}
            timeZone={event.timeZone}
            mine={registration}
            currency={event.currency}
            auctionId={event.auction?.auctionId ?? null}
            origin={origin}
            offsetMs={terms.nowMs - dataUpdatedAt}
            again={terms[registration.kind].closed === null ? () => show(registration.kind) : null}
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
        <ul className="grid gap-6">
          {offered.map((one) => (
            <li key={one.kind}>
              <EntryDoor
                terms={one}
                timeZone={event.timeZone}
                signIn={viewer === null ? paths.signin(formAddress(slug, one.kind)) : null}
                onOpen={() => show(one.kind)}
              />
            </li>
          ))}
        </ul>
      ) : mine.length === 0 ? (
        <p className="text-sm text-muted">{closedWords(event.status)}</p>
      ) : null}
      {viewer ? (
        <>
          <Dialog
            from="side"
            open={shown === 'player'}
            onOpenChange={(next) => show(next ? 'player' : null)}
            title="Register as a player"
            words={event.name}
          >
            <PlayerForm
              slug={slug}
              first={viewer}
              basePrices={basePrices}
              terms={terms}
              draftAt={draftKey(viewer.userId, slug, 'player')}
              done={close}
            />
          </Dialog>
          <Dialog
            from="side"
            open={shown === 'owner'}
            onOpenChange={(next) => show(next ? 'owner' : null)}
            title="Register a team"
            words={event.name}
          >
            <OwnerForm
              slug={slug}
              price={basePrices.at(-1) ?? 1}
              terms={terms}
              worn={worn}
              draftAt={draftKey(viewer.userId, slug, 'owner')}
              done={close}
            />
          </Dialog>
        </>
      ) : null}
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
