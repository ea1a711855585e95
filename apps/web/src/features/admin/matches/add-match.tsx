'use client'

import type { SetupTeam } from '@gavel/api'
import { Button, Dialog, ErrorState, Field, Input, Select, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { momentFromLocal } from '../../events/when.ts'
import { useRefresh } from '../desk/use-refresh.ts'
import { FormatFields } from './format-fields.tsx'
import { formatOf, type MatchInput, type MatchOutput, matchSchema } from './match-schema.ts'

type AddMatchProps = { slug: string; teams: readonly SetupTeam[]; timeZone: string; venue: string }

/** One match by hand, after those that are there. */
export function AddMatch({ slug, teams, timeZone, venue }: AddMatchProps) {
  const [open, setOpen] = useState(false)
  const form = useForm<MatchInput, unknown, MatchOutput>({
    resolver: zodResolver(matchSchema),
    defaultValues: {
      ...{ sport: 'cricket', format: 't20', numbers: {}, home: '', away: '' },
      ...{ startsAt: '', timeZone, venue, stage: '' },
    },
  })
  const { register, formState, handleSubmit, reset } = form
  const { errors } = formState
  const refresh = useRefresh()
  const create = useMutation(
    useTRPC().match.create.mutationOptions({
      onSuccess: () => {
        toast.success('The match is arranged')
        setOpen(false)
        reset()
        refresh()
      },
    }),
  )
  const submit = handleSubmit((values) => {
    const { home, away, startsAt, stage } = values
    create.mutate({
      slug,
      ...formatOf(values),
      home: { teamId: home },
      away: { teamId: away },
      startsAtMs: startsAt === '' ? null : momentFromLocal(startsAt, values.timeZone),
      timeZone: values.timeZone,
      venue: values.venue,
      round: stage === '' ? null : { stage, group: null, round: 1 },
    })
  })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          icon={<Plus aria-hidden className="size-4" />}
          disabledReason={teams.length < 2 ? 'A match needs two teams' : null}
        >
          Add a match
        </Button>
      }
      title="Add a match"
      actions={
        <>
          <Button onClick={() => setOpen(false)}>Not now</Button>
          <Button look="primary" busy={create.isPending} onClick={submit}>
            Add it
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form noValidate onSubmit={submit} className="grid gap-5 sm:grid-cols-2">
          {(['home', 'away'] as const).map((side) => (
            <Field key={side} label={side === 'home' ? 'Home' : 'Away'} error={errors[side]?.message}>
              {(field) => (
                <Select {...field} {...register(side)}>
                  <option value="">Choose a team</option>
                  {teams.map(({ teamId, name }) => (
                    <option key={teamId} value={teamId}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ))}
          <FormatFields />
          <Field label="When" optional hint={`In ${timeZone}.`} error={errors.startsAt?.message}>
            {(field) => <Input {...field} {...register('startsAt')} type="datetime-local" />}
          </Field>
          <Field label="Where" optional error={errors.venue?.message}>
            {(field) => <Input {...field} {...register('venue')} />}
          </Field>
          <Field
            label="Stage"
            optional
            hint="Such as Final. Empty or League: it counts in the table."
            error={errors.stage?.message}
          >
            {(field) => <Input {...field} {...register('stage')} />}
          </Field>
        </form>
      </FormProvider>
      {create.error ? <ErrorState title="Nothing was arranged" words={saidBy(create.error)} className="mt-4" /> : null}
    </Dialog>
  )
}
