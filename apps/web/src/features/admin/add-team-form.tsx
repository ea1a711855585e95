'use client'

import { Button, ErrorState, Field, Input, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { ColourField } from '../events/colour-field.tsx'
import { KIT_COLOURS, shortOf, teamSchema } from '../events/team-fields.ts'
import { TeamPreview } from '../events/team-preview.tsx'

const schema = teamSchema.extend({
  owner: z.union([z.literal(''), z.email('This is not an e-mail address.')], 'This is not an e-mail address.'),
})

type AddTeamFormProps = { auctionId: string; have: number; price: number; currency: string; done: () => void }

/** Adds one team before the start. */
export function AddTeamForm({ auctionId, have, price, currency, done }: AddTeamFormProps) {
  const router = useRouter()
  const add = useMutation(
    useTRPC().auction.addTeam.mutationOptions({
      onSuccess: (_, { name }) => {
        toast.success(`${name} is in`)
        router.refresh()
        done()
      },
    }),
  )
  const { register, handleSubmit, formState, control, setValue, getFieldState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', short: '', colour: KIT_COLOURS[have % KIT_COLOURS.length]?.hex ?? '#004ba0', owner: '' },
  })
  const { errors } = formState
  const shown = useWatch({ control })
  return (
    <form
      noValidate
      aria-label="Add a team"
      className="grid gap-4"
      onSubmit={handleSubmit(({ owner, ...team }) => add.mutate({ auctionId, ...team, owners: owner ? [owner] : [] }))}
    >
      <Field label="Team name" error={errors.name?.message}>
        {(field) => (
          <Input
            {...field}
            {...register('name', {
              onChange: (event: { target: { value: string } }) => {
                if (!getFieldState('short').isDirty)
                  setValue('short', shortOf(event.target.value), { shouldValidate: formState.isSubmitted })
              },
            })}
          />
        )}
      </Field>
      <Field label="Short name" hint="Two to four letters, for the board." error={errors.short?.message}>
        {(field) => <Input {...field} {...register('short')} maxLength={4} className="uppercase" />}
      </Field>
      <Controller
        control={control}
        name="colour"
        render={({ field }) => (
          <ColourField value={field.value} onChange={field.onChange} error={errors.colour?.message} />
        )}
      />
      <Field
        label="Owner’s e-mail"
        optional
        hint="The owner needs an account, and gets the paddle at once."
        error={errors.owner?.message}
      >
        {(field) => <Input {...field} {...register('owner')} type="email" inputMode="email" />}
      </Field>
      <TeamPreview
        name={shown.name ?? ''}
        short={shown.short ?? ''}
        colour={shown.colour ?? ''}
        price={price}
        currency={currency}
      />
      {add.error ? (
        <ErrorState title="No team was added" words={`${saidBy(add.error)} What you typed is kept.`} />
      ) : null}
      <Button type="submit" look="primary" size="lg" wide busy={add.isPending}>
        {add.isPending ? 'Adding the team' : 'Add the team'}
      </Button>
    </form>
  )
}
