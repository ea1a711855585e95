'use client'

import { Button, Dialog, ErrorState, Field, Input, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { paths } from '../../../paths.ts'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { localFromMoment, momentFromLocal } from '../../events/when.ts'
import { CheckField } from '../desk/check-field.tsx'

type CloneEventProps = {
  event: { slug: string; name: string; startsAtMs: number; timeZone: string }
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** A year on, on the same day of the week. */
const NEXT_SEASON_MS = 52 * 7 * 24 * 60 * 60 * 1_000

/** Makes the next season's draft from this event, with as much of it as is wanted. */
export function CloneEvent({ event, open, onOpenChange }: CloneEventProps) {
  const router = useRouter()
  const clone = useMutation(
    useTRPC().event.clone.mutationOptions({
      onSuccess: ({ slug }, { name }) => {
        toast.success(`${name} is made`, { description: `A draft with what was kept of ${event.name}.` })
        onOpenChange(false)
        router.push(paths.adminEvent(slug))
      },
    }),
  )
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(3, 'A name of at least three characters.').max(120, 'At most 120 characters.'),
        startsAt: z
          .string()
          .refine((local) => momentFromLocal(local, event.timeZone) !== null, 'This is no date and time.'),
        teams: z.boolean(),
        staff: z.boolean(),
        players: z.boolean(),
      }),
    ),
    defaultValues: {
      name: nextName(event.name),
      startsAt: localFromMoment(event.startsAtMs + NEXT_SEASON_MS, event.timeZone),
      teams: true,
      staff: true,
      players: false,
    },
  })
  const { errors } = formState
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Clone for the next season"
      words={`Rules, places, texts and settings of ${event.name} come along; its auction and its registrations do not.`}
    >
      <form
        noValidate
        aria-label="Clone the event"
        className="grid gap-4"
        onSubmit={handleSubmit(({ name, startsAt, ...keep }) =>
          clone.mutate({
            slug: event.slug,
            name,
            startsAtMs: momentFromLocal(startsAt, event.timeZone) ?? 0,
            keep,
          }),
        )}
      >
        <Field label="Name" error={errors.name?.message}>
          {(field) => <Input {...field} {...register('name')} autoComplete="off" />}
        </Field>
        <Field label="Starts" hint={event.timeZone} error={errors.startsAt?.message}>
          {(field) => <Input {...field} {...register('startsAt')} type="datetime-local" />}
        </Field>
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-sm font-semibold">Keep</legend>
          <CheckField
            label="Teams"
            words="Names, colours, logos and owners; purses and squads begin anew."
            {...register('teams')}
          />
          <CheckField label="Staff" words="Organisers, auctioneers and scorers." {...register('staff')} />
          <CheckField
            label="Players"
            words="The pool of players and its sets, everybody waiting again."
            {...register('players')}
          />
        </fieldset>
        {clone.error ? (
          <ErrorState title="No event was made" words={`${saidBy(clone.error)} What you typed is kept.`} />
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Not now</Button>
          <Button type="submit" look="primary" busy={clone.isPending || clone.isSuccess}>
            {clone.isPending ? 'Cloning' : 'Make the draft'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** `League 2026` becomes `League 2027`; a name without a year says that it is the next season. */
function nextName(name: string): string {
  const year = /\b(20\d\d)\b(?!.*\b20\d\d\b)/.exec(name)?.[1]
  return year
    ? name.replace(new RegExp(`\\b${year}\\b(?!.*\\b20\\d\\d\\b)`), String(Number(year) + 1))
    : `${name}, next season`.slice(0, 120)
}
