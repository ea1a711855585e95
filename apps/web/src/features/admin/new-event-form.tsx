'use client'

import type { RuleSet } from '@gavel/auction'
import { Button, Card, ErrorState, Field, Input, Select, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { appCodeOf, saidBy } from '../api-error.ts'
import { useViewerZone } from '../events/event-time.tsx'
import { momentFromLocal } from '../events/when.ts'
import { type NewEventInput, type NewEventOutput, newEventSchema, slugFrom } from './event-fields.ts'
import { RulesFields } from './rules/rules-fields.tsx'
import { RulesPreview } from './rules/rules-preview.tsx'
import { rulesChanges, rulesInput, rulesShown } from './rules/rules-schema.ts'

type NewEventFormProps = { ruleSets: readonly RuleSet[]; timeZones: readonly string[] }

/** Makes a draft from what nothing can be planned without: what, when, where, by which rules, for how many. */
export function NewEventForm({ ruleSets, timeZones }: NewEventFormProps) {
  const router = useRouter()
  const [first] = ruleSets
  const form = useForm<NewEventInput, unknown, NewEventOutput>({
    resolver: zodResolver(newEventSchema(first?.currency ?? 'INR')),
    defaultValues: {
      name: '',
      slug: '',
      startsAt: '',
      timeZone: 'Asia/Kolkata',
      venue: '',
      players: '200',
      places: '8',
      ...(first ? rulesInput(first) : {}),
    },
  })
  const { register, handleSubmit, formState, control, setValue, getFieldState, setError } = form
  const { errors } = formState
  const [slug, ...typed] = useWatch({ control, name: ['slug', 'ruleSetId', 'purse', 'squadMin', 'squadMax'] })
  const [ruleSetId, purse, squadMin, squadMax] = typed
  const rules = rulesShown({ ...form.getValues(), ruleSetId, purse, squadMin, squadMax })

  const create = useMutation(
    useTRPC().event.create.mutationOptions({
      onSuccess: (made, { name }) => {
        toast.success(`${name} is made`, { description: 'It is a draft: only you and its staff see it.' })
        router.push(paths.adminEvent(made.slug))
      },
      onError: (error) => {
        if (appCodeOf(error) === 'EVENT.SLUG_TAKEN') setError('slug', { message: saidBy(error) }, { shouldFocus: true })
      },
    }),
  )
  const failed = create.error && appCodeOf(create.error) !== 'EVENT.SLUG_TAKEN' ? create.error : null

  const zone = useViewerZone()
  useEffect(() => {
    if (zone && timeZones.includes(zone) && !getFieldState('timeZone').isDirty) setValue('timeZone', zone)
  }, [zone, timeZones, getFieldState, setValue])

  const submit = handleSubmit((event) =>
    create.mutate({
      name: event.name,
      slug: event.slug,
      venue: event.venue,
      timeZone: event.timeZone,
      startsAtMs: momentFromLocal(event.startsAt, event.timeZone) ?? 0,
      capacity: { players: event.players, teams: event.places },
      ruleSetId: event.ruleSetId,
      rules: rulesChanges(event),
    }),
  )

  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={submit}
        aria-label="New event"
        className="grid grid-cols-1 items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]"
      >
        <div className="grid gap-8">
          <fieldset className="grid gap-4 sm:grid-cols-2">
            <legend className="mb-3 text-base font-semibold">The night</legend>
            <Field label="Name" error={errors.name?.message} className="sm:col-span-2">
              {(field) => (
                <Input
                  {...field}
                  {...register('name', {
                    onChange: (event: { target: { value: string } }) => {
                      if (!getFieldState('slug').isDirty)
                        setValue('slug', slugFrom(event.target.value), { shouldValidate: formState.isSubmitted })
                    },
                  })}
                  autoComplete="off"
                />
              )}
            </Field>
            <Field
              label="Address"
              hint={
                slug
                  ? `The page will be at /events/${slug}, and stays there.`
                  : 'It follows the name, and stays the same afterwards.'
              }
              error={errors.slug?.message}
              className="sm:col-span-2"
            >
              {(field) => <Input {...field} {...register('slug')} autoCapitalize="none" spellCheck={false} />}
            </Field>
            <Field label="Starts" error={errors.startsAt?.message}>
              {(field) => <Input {...field} {...register('startsAt')} type="datetime-local" />}
            </Field>
            <Field label="Time zone" error={errors.timeZone?.message}>
              {(field) => (
                <Select {...field} {...register('timeZone')}>
                  {timeZones.map((name) => (
                    <option key={name}>{name}</option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label="Venue" optional error={errors.venue?.message} className="sm:col-span-2">
              {(field) => <Input {...field} {...register('venue')} />}
            </Field>
          </fieldset>
          <fieldset className="grid grid-cols-2 gap-4">
            <legend className="mb-3 text-base font-semibold">Places</legend>
            <Field label="Teams" hint="At most 32." error={errors.places?.message}>
              {(field) => <Input {...field} {...register('places')} inputMode="numeric" autoComplete="off" />}
            </Field>
            <Field
              label="Players who register"
              hint="Players of a list you import need no place."
              error={errors.players?.message}
            >
              {(field) => <Input {...field} {...register('players')} inputMode="numeric" autoComplete="off" />}
            </Field>
          </fieldset>
          <fieldset className="grid gap-4">
            <legend className="mb-3 text-base font-semibold">The auction</legend>
            <RulesFields ruleSets={ruleSets} short />
          </fieldset>
          <div className="grid gap-4">
            {failed ? (
              <ErrorState title="No event was made" words={`${saidBy(failed)} What you typed is kept.`} />
            ) : null}
            <p className="text-sm text-muted">
              It begins as a draft that only its staff see. Teams, players, the description and everything else follow
              on its desk, and each number here can be changed until the auction starts.
            </p>
            <Button type="submit" look="primary" size="lg" busy={create.isPending || create.isSuccess}>
              {create.isPending ? 'Creating the event' : create.isSuccess ? 'Opening its desk' : 'Create the event'}
            </Button>
          </div>
        </div>
        <aside aria-label="What the rules mean" className="lg:sticky lg:top-6">
          {rules ? (
            <Card className="grid gap-4 px-5 py-4">
              <h2 className="text-base">What these rules mean</h2>
              <RulesPreview rules={rules} />
            </Card>
          ) : null}
        </aside>
      </form>
    </FormProvider>
  )
}
