'use client'

import type { MySession } from '@gavel/api'
import { Badge, Button, Section, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { MonitorSmartphone, SquareTerminal } from 'lucide-react'
import { useTRPC } from '../../trpc/client.tsx'
import { Confirm } from '../admin/desk/confirm.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'
import { ShortTime } from '../events/event-time.tsx'

/** Devices and programs that are signed in to the account, to be ended one by one or all but this one. */
export function SessionsSection({ sessions }: { sessions: readonly MySession[] }) {
  const others = sessions.filter(({ here }) => !here)
  return (
    <Section title="Where you are signed in" aside={others.length > 0 ? <EndOthers count={others.length} /> : null}>
      <ul aria-label="Your sessions">
        {sessions
          .toSorted((a, b) => Number(b.here) - Number(a.here))
          .map((session) => (
            <Row key={session.sid} session={session} />
          ))}
      </ul>
      <p className="pt-3 text-sm text-muted">
        One is not yours? End it and change your password. Unused ones end by themselves: browsers after a week,
        programs after a month.
      </p>
    </Section>
  )
}

function Row({ session }: { session: MySession }) {
  const { sid, kind, device, address, createdAtMs, lastSeenAtMs, here } = session
  const refresh = useRefresh()
  const end = useMutation(
    useTRPC().auth.endSession.mutationOptions({
      onSuccess: () => {
        toast.success(`${device} is signed out`)
        refresh()
      },
      onError: (error) => toast.error('Nothing was ended', { description: saidBy(error) }),
    }),
  )
  const Icon = kind === 'program' ? SquareTerminal : MonitorSmartphone
  return (
    <li className="flex items-center gap-3 border-b py-3 last:border-b-0">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-semibold [overflow-wrap:anywhere]">
          {device}
          {here ? <Badge tone="ink">This one</Badge> : null}
          {kind === 'program' ? <Badge>Program</Badge> : null}
        </p>
        <p className="text-sm text-muted">
          Last used <ShortTime atMs={lastSeenAtMs} timeZone="UTC" /> from{' '}
          <span className="[overflow-wrap:anywhere]">{address}</span>
        </p>
        <p className="text-sm text-muted">
          Signed in <ShortTime atMs={createdAtMs} timeZone="UTC" />
        </p>
      </div>
      {here ? null : (
        <Button size="sm" busy={end.isPending} onClick={() => end.mutate({ sid })}>
          End <span className="sr-only">the session of {device}</span>
        </Button>
      )}
    </li>
  )
}

function EndOthers({ count }: { count: number }) {
  const refresh = useRefresh()
  const end = useMutation(
    useTRPC().auth.endOthers.mutationOptions({
      onSuccess: ({ ended }) => {
        toast.success(ended === 1 ? 'One session was ended' : `${ended} sessions were ended`)
        refresh()
      },
    }),
  )
  return (
    <Confirm
      key={count}
      face="End all others"
      title="End every other session?"
      words="Every other browser, phone and program is signed out at once. This one stays."
      size="sm"
      danger
      busy={end.isPending}
      done={end.isSuccess}
      error={end.error}
      onConfirm={() => end.mutate()}
    />
  )
}
