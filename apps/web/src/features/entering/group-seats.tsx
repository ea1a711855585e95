'use client'

import type { MyRegistration } from '@gavel/api'
import { Badge, Button, Dialog, DialogClose, ErrorState, Field, Select, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Confirm } from '../admin/desk/confirm.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'
import { PassOn } from './pass-on.tsx'
import { isStanding, type MySeat } from './standing.ts'

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
          <SeatLine key={seat.id} seat={seat} number={at + 1}>
            {captain && seat.name !== null && !seat.you && isStanding(status) && !isTeam ? (
              <TakeOutMember slug={slug} mine={mine} seat={seat} />
            ) : null}
          </SeatLine>
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
      {captain && !isTeam && open > 0 && isStanding(status) ? (
        <GiveUpSeats slug={slug} mine={mine} open={open} />
      ) : null}
    </section>
  )
}

type SeatLineProps = { seat: MySeat; number: number; children: ReactNode }

function SeatLine({ seat: { open, name, you, paid, moneyWords }, number, children }: SeatLineProps) {
  return (
    <li className="flex min-h-10 items-center gap-x-3 border-b py-1.5 text-sm last:border-b-0">
      <span aria-hidden className="w-5 text-muted tabular-nums">
        {number}
      </span>
      <span className="grid min-w-0 flex-1">
        <span className="break-words">
          {open ? <span className="text-muted">Open</span> : (name ?? 'Somebody')}
          {you ? <span className="text-muted"> (you)</span> : null}
        </span>
        {moneyWords === null || paid ? null : (
          <span className="text-xs text-muted tabular-nums">{moneyWords} to pay</span>
        )}
      </span>
      {moneyWords !== null && paid ? <Badge tone="good">Paid</Badge> : null}
      {children}
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
        <Button look="quiet" size="sm" className="-ml-3 justify-self-start">
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
          <Button look="danger" busy={give.isPending} onClick={() => give.mutate({ slug, id: mine.entryId, count })}>
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

/** The captain takes a member out; the seat is open again, or gone once the group is confirmed. */
function TakeOutMember({ slug, mine, seat }: { slug: string; mine: MyRegistration; seat: MySeat }) {
  const refresh = useRefresh()
  const name = seat.name ?? 'this member'
  const leave = useMutation(
    useTRPC().registration.leaveSeat.mutationOptions({
      onSuccess: () => {
        toast.success(`${name} is out of the group`)
        refresh()
      },
    }),
  )
  return (
    <Confirm
      face="Take out"
      label={`Take out ${name}`}
      title={`Take ${name} out?`}
      words={
        mine.status === 'confirmed'
          ? 'The seat is gone with its place, and what was paid for it goes back in full.'
          : 'The seat is open again for whoever has the link, and what was paid for it goes back in full.'
      }
      look="quiet"
      size="sm"
      danger
      busy={leave.isPending}
      done={leave.isSuccess}
      error={leave.error}
      onConfirm={() => leave.mutate({ slug, id: mine.entryId, seat: seat.id })}
    />
  )
}
