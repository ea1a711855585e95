'use client'

import type { PlannedMatch, SetupTeam } from '@gavel/api'
import { Button, Dialog, ErrorState, Field, Input, Select, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { ShortTime } from '../../events/event-time.tsx'
import { PlainTable } from '../../results/sale-tables.tsx'
import { CheckField } from '../desk/check-field.tsx'
import { useRefresh } from '../desk/use-refresh.ts'
import { FormatFields } from './format-fields.tsx'
import { daysOf, type FixturesInput, type FixturesOutput, fixturesSchema, formatOf, planOf } from './match-schema.ts'

type FixturesFormProps = {
  slug: string
  timeZone: string
  teams: readonly SetupTeam[]
  /** A first match day to begin with, as local time of the event's zone. */
  firstAt: string
  matches: number
}

/** Makes the fixtures of an event: what is asked, what would be made, and then what is made (FIX-12). */
export function FixturesForm({ slug, timeZone, teams, firstAt, matches }: FixturesFormProps) {
  const [open, setOpen] = useState(false)
  const [seeds, setSeeds] = useState(teams.map(({ teamId }) => teamId))
  const [planned, setPlanned] = useState<PlannedMatch[] | null>(null)
  const form = useForm<FixturesInput, unknown, FixturesOutput>({
    resolver: zodResolver(fixturesSchema),
    defaultValues: {
      ...{ sport: 'cricket', format: 't20', numbers: {}, kind: 'round-robin', groups: '2', through: '2' },
      ...{ thirdPlace: false, firstAt, perDay: '2', minutesApart: '240', daysApart: '1', replace: matches > 0 },
    },
  })
  const kind = useWatch({ control: form.control, name: 'kind' })
  const { register, formState, handleSubmit } = form
  const { errors } = formState
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refresh = useRefresh()
  const asked = (values: FixturesOutput) => ({
    slug,
    teamIds: seeds,
    plan: planOf(values),
    days: daysOf(values, timeZone),
  })
  const look = useMutation({
    mutationFn: (values: FixturesOutput) =>
      queries.fetchQuery(trpc.match.previewFixtures.queryOptions(asked(values), { staleTime: 0 })),
    onSuccess: setPlanned,
  })
  const make = useMutation(
    trpc.match.makeFixtures.mutationOptions({
      onSuccess: ({ matchIds }) => {
        toast.success(`${matchIds.length} ${matchIds.length === 1 ? 'match' : 'matches'} arranged`)
        setOpen(false)
        setPlanned(null)
        refresh()
      },
    }),
  )
  const error = make.error ?? look.error
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      from="side"
      className="max-w-2xl"
      trigger={
        <Button
          look="primary"
          icon={<CalendarPlus aria-hidden className="size-4" />}
          disabledReason={teams.length < 2 ? 'Fixtures need two teams at least' : null}
        >
          Make fixtures
        </Button>
      }
      title="Make fixtures"
      words="Look at what would be made before anything is. Times are those of the event’s zone."
      actions={
        <>
          <Button busy={look.isPending} onClick={handleSubmit((values) => look.mutate(values))}>
            {planned ? 'Look again' : 'Look at them'}
          </Button>
          <Button
            look="primary"
            busy={make.isPending}
            disabledReason={planned ? null : 'Look at them first'}
            onClick={handleSubmit((values) => {
              make.mutate({ ...asked(values), ...formatOf(values), replace: values.replace })
            })}
          >
            {planned ? `Make ${planned.length} matches` : 'Make them'}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form noValidate onChange={() => setPlanned(null)} className="grid gap-5 sm:grid-cols-2">
          <FormatFields />
          <Field label="Who meets whom" error={errors.kind?.message} className="sm:col-span-2">
            {(field) => (
              <Select {...field} {...register('kind')}>
                <option value="round-robin">Everybody once</option>
                <option value="double">Everybody twice, home and away</option>
                <option value="knock-out">Knock-out</option>
                <option value="groups">Groups, then knock-out</option>
              </Select>
            )}
          </Field>
          {kind === 'groups' ? (
            <>
              <Field label="Groups" error={errors.groups?.message}>
                {(field) => <Input {...field} {...register('groups')} inputMode="numeric" />}
              </Field>
              <Field label="Who go on, of each group" error={errors.through?.message}>
                {(field) => <Input {...field} {...register('through')} inputMode="numeric" />}
              </Field>
            </>
          ) : null}
          {kind === 'groups' || kind === 'knock-out' ? (
            <CheckField label="A match for the third place" {...register('thirdPlace')} />
          ) : null}
          <Field
            label="First match"
            optional
            hint={`In ${timeZone}. Empty: no times yet.`}
            error={errors.firstAt?.message}
            className="sm:col-span-2"
          >
            {(field) => <Input {...field} {...register('firstAt')} type="datetime-local" />}
          </Field>
          <Field label="Matches a day" error={errors.perDay?.message}>
            {(field) => <Input {...field} {...register('perDay')} inputMode="numeric" />}
          </Field>
          <Field label="Minutes from one to the next" error={errors.minutesApart?.message}>
            {(field) => <Input {...field} {...register('minutesApart')} inputMode="numeric" />}
          </Field>
          <Field label="Days from one match day to the next" error={errors.daysApart?.message}>
            {(field) => <Input {...field} {...register('daysApart')} inputMode="numeric" />}
          </Field>
          {matches > 0 ? (
            <CheckField
              label="Replace what was not begun"
              words="Matches that have begun stay; the new ones follow them."
              {...register('replace')}
            />
          ) : null}
        </form>
      </FormProvider>
      <Seeds
        teams={teams}
        seeds={seeds}
        onChange={(next) => {
          setSeeds(next)
          setPlanned(null)
        }}
      />
      {error ? <ErrorState title="No fixtures were made" words={saidBy(error)} className="mt-4" /> : null}
      {planned ? <Planned planned={planned} timeZone={timeZone} /> : null}
    </Dialog>
  )
}

type SeedsProps = { teams: readonly SetupTeam[]; seeds: readonly string[]; onChange: (seeds: string[]) => void }

/** The teams in the order of their seeds: the first of them rest first and meet last. */
function Seeds({ teams, seeds, onChange }: SeedsProps) {
  const moved = (at: number, by: number) => {
    const next = [...seeds]
    const [team] = next.splice(at, 1)
    if (team !== undefined) next.splice(at + by, 0, team)
    onChange(next)
  }
  return (
    <fieldset className="mt-5">
      <legend className="text-sm font-semibold">Seeds</legend>
      <ol>
        {seeds.map((seed, at) => {
          const name = teams.find(({ teamId }) => teamId === seed)?.name ?? ''
          return (
            <li key={seed} className="flex min-h-11 items-center gap-2 border-b last:border-b-0">
              <span className="w-6 text-right text-sm text-muted tabular-nums">{at + 1}</span>
              <span className="min-w-0 flex-1 break-words">{name}</span>
              <Button
                look="quiet"
                size="icon"
                aria-label={`${name} one up`}
                disabledReason={at === 0 ? 'The first already' : null}
                onClick={() => moved(at, -1)}
              >
                <ArrowUp aria-hidden className="size-4" />
              </Button>
              <Button
                look="quiet"
                size="icon"
                aria-label={`${name} one down`}
                disabledReason={at === seeds.length - 1 ? 'The last already' : null}
                onClick={() => moved(at, 1)}
              >
                <ArrowDown aria-hidden className="size-4" />
              </Button>
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}

function Planned({ planned, timeZone }: { planned: readonly PlannedMatch[]; timeZone: string }) {
  return (
    <div className="mt-5">
      <PlainTable
        label="Fixtures as they would be made"
        rows={planned}
        keyOf={({ number }) => number}
        columns={[
          { name: '#', numeric: true, muted: true, cell: ({ number }) => number },
          { name: 'Stage', muted: true, cell: ({ stage, group }) => (group ? `Group ${group}` : stage) },
          { name: 'Home', cell: ({ home }) => home },
          { name: 'Away', cell: ({ away }) => away },
          {
            name: 'When',
            cell: ({ startsAtMs }) => (startsAtMs === null ? '–' : <ShortTime atMs={startsAtMs} timeZone={timeZone} />),
          },
        ]}
      />
    </div>
  )
}
