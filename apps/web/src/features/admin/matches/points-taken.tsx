'use client'

import type { MatchTable } from '@gavel/api'
import { Button, Dialog, ErrorState, Field, Input, Section, Select, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { Minus } from 'lucide-react'
import { useState } from 'react'
import { pointsTakenWords } from '../../../matches/points-words.ts'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { Confirm } from '../desk/confirm.tsx'
import { useRefresh } from '../desk/use-refresh.ts'

type PointsTakenProps = { slug: string; tables: readonly MatchTable[] }

/** What the organiser took from teams in the tables of the event, or gave them, with a way to take more and to give it back. */
export function PointsTaken({ slug, tables }: PointsTakenProps) {
  const teams = new Map(tables.flatMap(({ rows }) => rows.map(({ team }) => [team.team, team.name] as const)))
  const taken = new Map(tables.flatMap((table) => table.taken.map((one) => [one.id, one] as const)))
  return (
    <Section
      title="Points taken in the table"
      level={2}
      aside={<TakePoints slug={slug} teams={[...teams].map(([team, name]) => ({ team, name }))} />}
    >
      {taken.size === 0 ? (
        <p className="max-w-prose text-muted">
          None. Where a team broke a rule of the league, take points from it here: the reason stands under the table.
        </p>
      ) : (
        <ul className="grid gap-2">
          {[...taken.values()].map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <span className="min-w-0 break-words">
                {pointsTakenWords(teams.get(one.team) ?? '', one.points)}. {one.reason}
              </span>
              <GiveBack slug={slug} id={one.id} what={pointsTakenWords(teams.get(one.team) ?? '', one.points)} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function TakePoints({ slug, teams }: { slug: string; teams: readonly { team: string; name: string }[] }) {
  const [open, setOpen] = useState(false)
  const [team, setTeam] = useState('')
  const [does, setDoes] = useState<'takes' | 'gives'>('takes')
  const [points, setPoints] = useState('')
  const [reason, setReason] = useState('')
  const refresh = useRefresh()
  const take = useMutation(
    useTRPC().match.deductPoints.mutationOptions({
      onSuccess: () => {
        toast.success('The table is changed')
        setOpen(false)
        setPoints('')
        setReason('')
        refresh()
      },
    }),
  )
  const count = Number(points)
  const missing =
    team === ''
      ? 'Choose a team'
      : !Number.isInteger(count) || count < 1 || count > 100
        ? 'Say how many points, 1 to 100'
        : reason.trim().length < 3
          ? 'Say why'
          : null
  const submit = () => take.mutate({ slug, team, points: does === 'takes' ? count : -count, reason })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Minus aria-hidden className="size-4" />}>Take or give points</Button>}
      title="Take or give points"
      words="It counts before the order of the table is made, and everybody reads why."
      actions={
        <>
          <Button onClick={() => setOpen(false)}>Not now</Button>
          <Button look="primary" busy={take.isPending} disabledReason={missing} onClick={submit}>
            Change the table
          </Button>
        </>
      }
    >
      <form
        noValidate
        className="grid gap-5 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (missing === null) submit()
        }}
      >
        <Field label="Team" className="sm:col-span-2">
          {(field) => (
            <Select {...field} value={team} onChange={(event) => setTeam(event.target.value)}>
              <option value="">Choose a team</option>
              {teams.map((one) => (
                <option key={one.team} value={one.team}>
                  {one.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="What">
          {(field) => (
            <Select
              {...field}
              value={does}
              onChange={(event) => setDoes(event.target.value === 'gives' ? 'gives' : 'takes')}
            >
              <option value="takes">Points are taken</option>
              <option value="gives">Points are given</option>
            </Select>
          )}
        </Field>
        <Field label="Points">
          {(field) => (
            <Input {...field} inputMode="numeric" value={points} onChange={(event) => setPoints(event.target.value)} />
          )}
        </Field>
        <Field label="Why" hint="Everybody reads it under the table." className="sm:col-span-2">
          {(field) => (
            <Input {...field} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </form>
      {take.error ? <ErrorState title="Nothing was changed" words={saidBy(take.error)} className="mt-4" /> : null}
    </Dialog>
  )
}

function GiveBack({ slug, id, what }: { slug: string; id: string; what: string }) {
  const refresh = useRefresh()
  const undo = useMutation(
    useTRPC().match.undoDeduction.mutationOptions({
      onSuccess: () => {
        toast.success('The table is as it was')
        refresh()
      },
    }),
  )
  return (
    <Confirm
      face="Take back"
      label={`Take back: ${what}`}
      size="sm"
      title="Take this decision back?"
      words={`${what}. The table will be as if that had not been decided.`}
      busy={undo.isPending}
      done={undo.isSuccess}
      error={undo.error}
      onConfirm={() => undo.mutate({ slug, deductionId: id })}
    />
  )
}
