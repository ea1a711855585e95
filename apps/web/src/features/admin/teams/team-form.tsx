'use client'

import type { EventSetup } from '@gavel/api'
import { Button, ErrorState, Field, Input, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../../trpc/client.tsx'
import { appCodeOf, saidBy } from '../../api-error.ts'
import { TeamFields } from '../../teams/team-fields.tsx'
import { freeColour, teamSchema } from '../../teams/team-schema.ts'
import { useRefresh } from '../desk/use-refresh.ts'
import { amountText } from '../rules/amount.ts'
import { money } from '../rules/fields.ts'
import { LogoField } from './logo-field.tsx'
import { sendLogo } from './send-logo.ts'

export type DeskTeam = EventSetup['teams'][number]

type TeamFormProps = {
  auctionId: string
  currency: string
  /** The team that is changed; null for a new one. */
  team: DeskTeam | null
  /** The other teams of the auction: no two share a name or a short name. */
  others: readonly DeskTeam[]
  /** A new team's purse. */
  purse: number
  /** A price to show the colour with. */
  price: number
  /** Why the purse stays as it is; null while it may change. */
  purseFixed: string | null
  done: () => void
}

function schemaFor(currency: string, others: readonly DeskTeam[]) {
  const taken = (key: 'name' | 'short', typed: string) =>
    others.find((other) => other[key].toLowerCase() === typed.toLowerCase())
  return teamSchema
    .extend({
      purse: money(currency),
      owner: z.union([z.literal(''), z.email('This is not an e-mail address.')], 'This is not an e-mail address.'),
    })
    .superRefine(({ name, short }, context) => {
      if (taken('name', name))
        context.addIssue({ code: 'custom', path: ['name'], message: 'Another team has this name.' })
      const holder = taken('short', short)
      if (holder)
        context.addIssue({ code: 'custom', path: ['short'], message: `${holder.name} has this short name already.` })
    })
}

/** Adds a team, or changes one: how it looks, its purse, and for a new one its owner. */
export function TeamForm({ auctionId, currency, team, others, purse, price, purseFixed, done }: TeamFormProps) {
  const trpc = useTRPC()
  const refresh = useRefresh()
  const add = useMutation(trpc.auction.addTeam.mutationOptions())
  const update = useMutation(trpc.auction.updateTeam.mutationOptions())
  const [logo, setLogo] = useState<File | null>(null)
  const form = useForm({
    resolver: zodResolver(schemaFor(currency, others)),
    defaultValues: {
      name: team?.name ?? '',
      short: team?.short ?? '',
      colour: team?.colour ?? freeColour(others.map(({ colour }) => colour)),
      purse: amountText(team?.purse ?? purse, currency),
      owner: '',
    },
  })
  const { register, handleSubmit, formState, control, setError } = form
  const { errors } = formState
  const [name, short, colour] = useWatch({ control, name: ['name', 'short', 'colour'] })
  const failed = add.error ?? update.error
  const ofOwner = failed && appCodeOf(failed) === 'AUTH.NO_SUCH_PERSON'

  const submit = handleSubmit(async ({ owner, ...fields }) => {
    let teamId: string
    try {
      teamId = team
        ? (await update.mutateAsync({ auctionId, teamId: team.teamId, ...fields })).teamId
        : (await add.mutateAsync({ auctionId, ...fields, owners: owner ? [owner] : [] })).teamId
    } catch (error) {
      if (appCodeOf(error) === 'AUTH.NO_SUCH_PERSON')
        setError(
          'owner',
          { message: `${saidBy(error)} Leave this empty, and invite them by a link afterwards.` },
          { shouldFocus: true },
        )
      return
    }
    const why = logo ? await sendLogo(auctionId, teamId, logo) : null
    if (why) toast.warning(`${fields.name} is saved without its logo`, { description: why })
    else toast.success(team ? `${fields.name} is changed` : `${fields.name} is in`)
    refresh()
    done()
  })

  return (
    <FormProvider {...form}>
      <form noValidate aria-label={team ? 'Change the team' : 'Add a team'} className="grid gap-4" onSubmit={submit}>
        <TeamFields price={price} currency={currency} />
        <LogoField
          name={name}
          short={short}
          colour={colour}
          current={team?.logoUrl ?? null}
          chosen={logo}
          onChoose={setLogo}
        />
        <Field label="Purse" hint={purseFixed ?? 'What it may spend in all.'} error={errors.purse?.message}>
          {(field) => <Input {...field} {...register('purse')} readOnly={purseFixed !== null} autoComplete="off" />}
        </Field>
        {team ? null : (
          <Field
            label="Owner’s e-mail"
            optional
            hint="Somebody with an account gets the paddle at once. Anybody else: invite them by a link once the team is there."
            error={errors.owner?.message}
          >
            {(field) => <Input {...field} {...register('owner')} type="email" inputMode="email" autoComplete="off" />}
          </Field>
        )}
        {failed && !ofOwner ? (
          <ErrorState
            title={team ? 'Nothing was changed' : 'No team was added'}
            words={`${saidBy(failed)} What you typed is kept.`}
          />
        ) : null}
        <Button type="submit" look="primary" size="lg" wide busy={formState.isSubmitting}>
          {formState.isSubmitting ? 'Saving' : team ? 'Save the team' : 'Add the team'}
        </Button>
      </form>
    </FormProvider>
  )
}
