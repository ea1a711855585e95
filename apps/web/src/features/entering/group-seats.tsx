'use client'

import type { MyRegistration } from '@gavel/api'
import { Badge, Button, Dialog, DialogClose, ErrorState, Field, Select, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'
import { PassOn } from './pass-on.tsx'
import { givesBackWords, groupIdOf, isStanding, type MySeat } from './standing.ts'

type GroupSeatsProps = { slug: string; mine: MyRegistration; origin: string; currentName: string }

/** Everybody of a group, or every share of a team: who has which seat, what is paid, and the link to pass on. */
export function GroupSeats({ slug, mine, origin, currentName }: GroupSeatsProps) {
  const { kind, seats, captain, joinPath, status } = mine
  const isTeam = kind === 'owner'
  const open = seats.filter((seat) => seat.open).length
  const noun = isTeam ? 'shares' : 'seats'
  return (
    <section aria-label={isTeam ? 'Shares of the deposit' : 'Seats of the group'} className="grid gap-3 border-t pt-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className="font-semibold">{isTeam ? 'Shares of the deposit' : 'Seats of the group'}</span>
        <span className="text-muted tabular-nums">
          {open === 0 ? `All ${seats.length} ${noun} taken` : `${open} of ${seats.length} ${noun} open`}
        </span>
      </p>
      <ol className="grid">
        {seats.map((seat, at) => (
          <SeatLine key={seat.id} seat={seat} number={at + 1} />
        ))}
      </ol>
      {captain && open > 0 && joinPath && isStanding(status) ? (
        <div className="grid gap-2">
          <p className="text-sm text-muted">Pass the link on: whoever has it takes {isTeam ? 'a share' : 'a seat'}.</p>
          <PassOn
            path={joinPath}
            origin={origin}
            words={isTeam ? `A share of ${currentName}` : `A seat in the group of ${currentName}`}
          />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {captain && !isTeam && open > 0 && isStanding(status) ? (
          <GiveUpSeats slug={slug} mine={mine} open={open} />
        ) : null}
        {!captain && isStanding(status) ? <LeaveSeat slug={slug} mine={mine} /> : null}
      </div>
    </section>
  )
}

function SeatLine({ seat: { open, name, you, paid, moneyWords }, number }: { seat: MySeat; number: number }) {
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 border-b py-1.5 text-sm last:border-b-0">
      <span aria-hidden className="w-5 text-muted tabular-nums">
        {number}
      </span>
      <span className="min-w-0 flex-1 break-words">
        {open ? <span className="text-muted">Open</span> : (name ?? 'Somebody')}
        {you ? <span className="text-muted"> (you)</span> : null}
      </span>
      {paid ? (
        <Badge tone="good">Paid</Badge>
      ) : moneyWords ? (
        <span className="text-muted tabular-nums">{moneyWords} to pay</span>
      ) : null}
    </li>
  )
}

/** Gives places back that nobody has taken; the captain's own stays. */
function GiveUpSeats({ slug, mine, open }: { slug: string; mine: MyRegistration; open: number }) {
  const [shown, setShown] = useState(false)
  const [count, setCount] = useState(open)
  const refresh = useRefresh()
  const give = useMutation(
    useTRPC().registration.giveUpSeats.mutationOptions({
      onSuccess: () => {
        setShown(false)
        toast.success(`${count} ${count === 1 ? 'seat' : 'seats'} given up`, { description: 'Their places pass on.' })
        refresh()
      },
    }),
  )
  return (
    <Dialog
      open={shown}
      onOpenChange={(next) => {
        setCount(open)
        setShown(next)
      }}
      trigger={
        <Button look="quiet" size="sm" className="-ml-3">
          Give up open seats
        </Button>
      }
      title="Give up open seats?"
      words="Their places go to whoever waits. Who has a seat keeps it, and so do you."
      actions={
        <>
          <DialogClose asChild>
            <Button>Keep them</Button>
          </DialogClose>
          <Button look="danger" busy={give.isPending} onClick={() => give.mutate({ slug, id: groupIdOf(mine), count })}>
            Give up {count}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="How many">
          {(control) => (
            <Select {...control} value={count} onChange={(event) => setCount(Number(event.target.value))}>
              {Array.from({ length: open }, (_, i) => i + 1).map((one) => (
                <option key={one} value={one}>
                  {one} of {open}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {give.error ? <ErrorState title="The seats are still yours" words={saidBy(give.error)} /> : null}
      </div>
    </Dialog>
  )
}

/** A member goes; the seat is open again, or gone once the group is confirmed. */
function LeaveSeat({ slug, mine }: { slug: string; mine: MyRegistration }) {
  const [shown, setShown] = useState(false)
  const refresh = useRefresh()
  const leave = useMutation(
    useTRPC().registration.leaveSeat.mutationOptions({
      onSuccess: () => {
        setShown(false)
        toast.success('You have left the group')
        refresh()
      },
    }),
  )
  const seat = mine.seats.find(({ you }) => you)
  if (!seat) return null
  const back = givesBackWords(mine)
  return (
    <Dialog
      open={shown}
      onOpenChange={setShown}
      trigger={
        <Button look="quiet" size="sm" className="-ml-3">
          Leave the group
        </Button>
      }
      title="Leave the group?"
      words={`Your seat is free for somebody else. ${back ?? ''}`}
      actions={
        <>
          <DialogClose asChild>
            <Button>Stay in</Button>
          </DialogClose>
          <Button
            look="danger"
            busy={leave.isPending}
            onClick={() => leave.mutate({ slug, id: groupIdOf(mine), seat: seat.id })}
          >
            Leave
          </Button>
        </>
      }
    >
      {leave.error ? <ErrorState title="You are still in" words={saidBy(leave.error)} /> : null}
    </Dialog>
  )
}
