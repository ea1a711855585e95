import type { KindTerms } from '@gavel/api'
import { Button } from '@gavel/ui'
import Link from 'next/link'
import { priceWords } from '../entering/price.ts'
import { placesWords, wouldWait } from '../entering/promise.ts'
import { ShortTime } from './event-time.tsx'

const FACES = {
  player: { head: 'As a player', face: 'Register as a player', waits: 'Join the waiting list as a player' },
  owner: { head: 'With a team', face: 'Register a team', waits: 'Join the waiting list with a team' },
} as const

type EntryDoorProps = {
  terms: KindTerms
  timeZone: string
  /** Where a guest signs in first; null for everybody else. */
  signIn: string | null
  onOpen: () => void
}

/** One way into an event: what it costs, whether there is a place, until when, and the button; or why there is none now. */
export function EntryDoor({ terms, timeZone, signIn, onOpen }: EntryDoorProps) {
  const { kind, closed, closesAtMs } = terms
  const { head, face: enters, waits } = FACES[kind]
  const face = wouldWait(terms, 1) ? waits : enters
  const look = kind === 'player' ? 'primary' : 'plain'
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm tabular-nums">
        <span className="font-semibold">{head}</span>
        <span className="font-semibold">
          {priceWords(terms, 1)}
          {terms.fee && kind === 'owner' ? ' deposit' : ''}
        </span>
        <span className="basis-full text-muted">{placesWords(terms)}</span>
      </div>
      {closed ? (
        <p className="rounded-card border border-dashed border-edge px-4 py-3 text-sm">{closed}</p>
      ) : (
        <>
          {signIn === null ? (
            <Button look={look} size="lg" wide onClick={onOpen}>
              {face}
            </Button>
          ) : (
            <Button asChild look={look} size="lg" wide>
              <Link href={signIn}>{face}</Link>
            </Button>
          )}
          <p className="text-sm text-muted empty:hidden">
            {closesAtMs === null ? null : (
              <>
                Until <ShortTime atMs={closesAtMs} timeZone={timeZone} />.{' '}
              </>
            )}
            {signIn === null ? null : 'You sign in first.'}
          </p>
        </>
      )}
    </div>
  )
}
