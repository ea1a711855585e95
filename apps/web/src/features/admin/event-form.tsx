'use client'

import { type RuleSet, ruleSet } from '@gavel/auction'
import { Button, Card, ErrorState, Field, Input, Select, Switch, Textarea } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useId } from 'react'
import { Controller, FormProvider, useForm, useWatch } from 'react-hook-form'
import { paths } from '../../paths.ts'
import { useViewerZone } from '../events/event-time.tsx'
import { RulesPanel } from '../events/rules-panel.tsx'
import { type EventFormInput, type EventFormOutput, eventFormSchema, slugFrom } from './event-form-schema.ts'
import { TeamRows } from './team-rows.tsx'
import { useCreateEvent } from './use-create-event.ts'

type EventFormProps = {
  ruleSets: readonly Pick<RuleSet, 'id' | 'name'>[]
  /** Zones to choose from, as the server knows them, so that the list is the same before and after hydration. */
  timeZones: readonly string[]
}

/** Makes an event: what, when and where, the rules with their numbers beside them, places, people, teams. */
export function EventForm({ ruleSets, timeZones }: EventFormProps) {
  const router = useRouter()
  const { creation, create } = useCreateEvent()
  const form = useForm<EventFormInput, unknown, EventFormOutput>({
    resolver: zodResolver(eventFormSchema),
    defaultValues: {
      name: '',
      slug: '',
      description: '',
      startsAt: '',
      timeZone: 'Asia/Kolkata',
      venue: '',
      ruleSetId: ruleSets[0]?.id ?? '',
      players: '200',
      places: '10',
      auctioneers: '',
      teams: [],
      publish: true,
    },
  })
  const { register, handleSubmit, formState, control, setValue, getFieldState, setError } = form
  const { errors } = formState
  const [ruleSetId, slug] = useWatch({ control, name: ['ruleSetId', 'slug'] })
  const rules = ruleSet(ruleSetId)
  const publishId = useId()

  const zone = useViewerZone()
  useEffect(() => {
    if (zone && timeZones.includes(zone) && !getFieldState('timeZone').isDirty) setValue('timeZone', zone)
  }, [zone, timeZones, getFieldState, setValue])

  const submit = handleSubmit(async (event) => {
    const ended = await create(event)
    if (ended.is === 'failed' && ended.field) setError(ended.field, { message: ended.words }, { shouldFocus: true })
    if (ended.is === 'made' && ended.missing.length === 0) router.push(paths.adminEvent(ended.slug))
  })

  if (creation.is === 'made' && creation.missing.length > 0) {
    return (
      <ErrorState
        title="The event is made, without some of its teams"
        words={
          <>
            {creation.missing.map(({ name, words }) => (
              <span key={name} className="block">
                {name}: {words}
              </span>
            ))}
            Add them on the event’s desk.
          </>
        }
        action={
          <Button asChild look="primary">
            <Link href={paths.adminEvent(creation.slug)}>Go to the event’s desk</Link>
          </Button>
        }
      />
    )
  }

  const busy = creation.is === 'busy' || creation.is === 'made'
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={submit}
        aria-label="New event"
        className="grid grid-cols-1 items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_23rem]"
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
                />
              )}
            </Field>
            <Field
              label="Address"
              hint={`The page will be at /events/${slug || '…'}`}
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
            <Field label="Description" optional error={errors.description?.message} className="sm:col-span-2">
              {(field) => <Textarea {...field} {...register('description')} />}
            </Field>
          </fieldset>
          <fieldset className="grid gap-4 sm:grid-cols-2">
            <legend className="mb-3 text-base font-semibold">Places and people</legend>
            <Field label="Places for players" error={errors.players?.message}>
              {(field) => <Input {...field} {...register('players')} inputMode="numeric" />}
            </Field>
            <Field label="Places for teams" error={errors.places?.message}>
              {(field) => <Input {...field} {...register('places')} inputMode="numeric" />}
            </Field>
            <Field
              label="Auctioneers’ e-mails"
              optional
              hint="With commas between them. They need accounts; you organise the event yourself."
              error={errors.auctioneers?.message ?? firstOf(errors.auctioneers)}
              className="sm:col-span-2"
            >
              {(field) => <Input {...field} {...register('auctioneers')} inputMode="email" />}
            </Field>
          </fieldset>
          <TeamRows />
        </div>
        <aside aria-label="What it will be played by" className="grid gap-4 lg:sticky lg:top-6">
          <Field label="Rules" error={errors.ruleSetId?.message}>
            {(field) => (
              <Select {...field} {...register('ruleSetId')}>
                {ruleSets.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {rules ? (
            <Card className="px-5 py-4">
              <RulesPanel rules={rules} compact />
            </Card>
          ) : null}
          <div className="flex items-start gap-3">
            <Controller
              control={control}
              name="publish"
              render={({ field }) => (
                <Switch
                  id={publishId}
                  checked={field.value}
                  onCheckedChange={field.onChange}
                  aria-describedby={`${publishId}-words`}
                />
              )}
            />
            <p className="grid">
              <label htmlFor={publishId} className="text-sm font-semibold">
                Publish it at once
              </label>
              <span id={`${publishId}-words`} className="text-sm text-muted">
                Everybody sees it and can register. Otherwise it stays a draft that only its staff see.
              </span>
            </p>
          </div>
          {creation.is === 'failed' && creation.field === null ? (
            <ErrorState title="No event was made" words={`${creation.words} What you typed is kept.`} />
          ) : null}
          <Button type="submit" look="primary" size="lg" wide busy={busy}>
            {creation.is === 'busy' ? creation.doing : creation.is === 'made' ? 'Opening its desk' : 'Create the event'}
          </Button>
        </aside>
      </form>
    </FormProvider>
  )
}

/** The message of the first wrong one in a field that holds several. */
function firstOf(errors: unknown): string | undefined {
  if (!Array.isArray(errors)) return undefined
  return errors.find((one: { message?: string } | undefined) => one?.message)?.message
}
