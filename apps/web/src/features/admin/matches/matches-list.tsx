'use client'

import type { MatchCard } from '@gavel/api'
import { Badge, Button, Field, Input, LiveDot, Table, Td, Th, Tr, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { paths } from '../../../paths.ts'
import { useTRPC } from '../../../trpc/client.tsx'
import { ShortTime } from '../../events/event-time.tsx'
import { localFromMoment, momentFromLocal } from '../../events/when.ts'
import { Confirm } from '../desk/confirm.tsx'
import { useRefresh } from '../desk/use-refresh.ts'

type MatchesListProps = { slug: string; matches: readonly MatchCard[] }

/** Every match of the event, with what can be done about it. */
export function MatchesList({ slug, matches }: MatchesListProps) {
  return (
    <Table aria-label="Matches">
      <thead>
        <tr>
          <Th numeric>#</Th>
          <Th>Match</Th>
          <Th>When and where</Th>
          <Th>Stands</Th>
          {/* Its words are hidden within the frame that scrolls, so that they widen no page. */}
          <Th className="relative">
            <span className="sr-only">What can be done</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {matches.map((match) => (
          <Tr key={match.matchId}>
            <Td numeric className="text-muted">
              {match.number}
            </Td>
            <Td className="min-w-44">
              <Link href={paths.match(match.matchId)} className="font-semibold break-words hover:underline">
                {match.sides.home.name} v {match.sides.away.name}
              </Link>
              <span className="block text-sm text-muted">
                {match.round?.group ? `Group ${match.round.group}` : (match.round?.stage ?? '')}
              </span>
            </Td>
            <Td className="min-w-36">
              <When match={match} />
            </Td>
            <Td className="min-w-32">
              <Stands match={match} />
            </Td>
            <Td>
              <div className="flex flex-wrap justify-end gap-2">
                {match.status === 'scheduled' ? (
                  <>
                    <Button asChild size="sm">
                      <Link href={paths.adminMatch(slug, match.matchId)}>Line-ups</Link>
                    </Button>
                    <Remove match={match} />
                  </>
                ) : null}
                {match.status === 'cancelled' ? null : (
                  <Button asChild size="sm">
                    <Link href={paths.matchScore(match.matchId)}>Score</Link>
                  </Button>
                )}
              </div>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Stands({ match: { status, line } }: { match: MatchCard }) {
  if (status === 'live') return <LiveDot />
  if (status === 'cancelled') return <Badge tone="bad">Cancelled</Badge>
  if (status === 'scheduled') return <span className="text-muted">Not begun</span>
  return <span>{line?.result ?? 'Ended'}</span>
}

/** When it is played, and, while it was not begun, a way to change that in place. */
function When({ match }: { match: MatchCard }) {
  const { matchId, startsAtMs, timeZone, venue, status } = match
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(startsAtMs === null ? '' : localFromMoment(startsAtMs, timeZone))
  const [where, setWhere] = useState(venue)
  const refresh = useRefresh()
  const update = useMutation(
    useTRPC().match.update.mutationOptions({
      onSuccess: () => {
        toast.success('Changed')
        setOpen(false)
        refresh()
      },
      onError: () => toast.error('It was not changed. Try again in a moment.'),
    }),
  )
  if (!open)
    return (
      <>
        <span className="block">
          {startsAtMs === null ? 'No time yet' : <ShortTime atMs={startsAtMs} timeZone={timeZone} />}
        </span>
        <span className="block text-sm break-words text-muted">{venue}</span>
        {status === 'ended' ? null : (
          <Button look="quiet" size="sm" className="-ml-3" onClick={() => setOpen(true)}>
            Change
          </Button>
        )}
      </>
    )
  return (
    <form
      className="grid min-w-52 gap-3 py-2"
      onSubmit={(event) => {
        event.preventDefault()
        update.mutate({ matchId, startsAtMs: at === '' ? null : momentFromLocal(at, timeZone), venue: where })
      }}
    >
      <Field label="When" hint={`In ${timeZone}.`}>
        {(field) => (
          <Input {...field} type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
        )}
      </Field>
      <Field label="Where">
        {(field) => <Input {...field} value={where} onChange={(event) => setWhere(event.target.value)} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" look="primary" busy={update.isPending}>
          Save
        </Button>
        <Button size="sm" onClick={() => setOpen(false)}>
          Not now
        </Button>
      </div>
    </form>
  )
}

function Remove({ match }: { match: MatchCard }) {
  const refresh = useRefresh()
  const remove = useMutation(
    useTRPC().match.remove.mutationOptions({
      onSuccess: () => {
        toast.success('The match is taken out')
        refresh()
      },
    }),
  )
  const who = `${match.sides.home.name} v ${match.sides.away.name}`
  return (
    <Confirm
      face="Take out"
      label={`Take out ${who}`}
      size="sm"
      danger
      title={`Take ${who} out?`}
      words="It was not begun, so nothing of it was played. It can be added again."
      busy={remove.isPending}
      done={remove.isSuccess}
      error={remove.error}
      onConfirm={() => remove.mutate({ matchId: match.matchId })}
    />
  )
}
