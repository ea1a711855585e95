'use client'

import type { RuleSet } from '@gavel/auction'
import { Button, ErrorState, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { useLeaveWarning } from '../desk/use-leave-warning.ts'
import { useRefresh } from '../desk/use-refresh.ts'
import { type DetailsInput, type DetailsOutput, detailsSchema } from '../event-fields.ts'
import { sayChanges, updateOf } from './changes.ts'
import { AuctionPart, NightPart, PublicPart, RegistrationPart, WordsPart } from './parts.tsx'
import { SaveBar } from './save-bar.tsx'

type DetailsFormProps = {
  slug: string
  currency: string
  saved: DetailsInput
  taken: { players: number; teams: number }
  ruleSets: readonly RuleSet[]
  timeZones: readonly string[]
  /** The rules that the auction is fixed to, with why; null while they may change. */
  fixed: { rules: RuleSet; why: string } | null
  /** Whether somebody has said that the rules are right. */
  rulesSeen: boolean
  /** Why nothing can be changed at all; null while it can. */
  over: string | null
}

/** Everything that an organiser may change of an event, in one form; only what differs is sent. */
export function DetailsForm(props: DetailsFormProps) {
  const { slug, currency, saved, taken, ruleSets, timeZones, fixed, rulesSeen, over } = props
  const schema = detailsSchema(currency)
  const form = useForm<DetailsInput, unknown, DetailsOutput>({
    resolver: zodResolver(schema),
    defaultValues: saved,
    // What somebody else saved meanwhile comes in; what was typed here stays.
    values: saved,
    resetOptions: { keepDirtyValues: true },
  })
  const { handleSubmit, formState, control, reset } = form
  const now = useWatch({ control })
  const before = schema.parse(saved)
  const after = schema.safeParse(now)
  const changes = formState.isDirty
    ? after.success
      ? sayChanges(before, after.data, { currency, ruleSets })
      : null
    : []
  const unsaved = changes === null || changes.length > 0
  useLeaveWarning(unsaved)

  const refresh = useRefresh()
  const update = useMutation(useTRPC().event.update.mutationOptions())
  const submit = handleSubmit(async (event) => {
    const count = sayChanges(before, event, { currency, ruleSets }).length
    if (count === 0) return
    try {
      await update.mutateAsync({ slug, ...updateOf(before, event) })
    } catch {
      return
    }
    toast.success(`${count} ${count === 1 ? 'change' : 'changes'} saved`)
    reset(form.getValues())
    refresh()
  })

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit} aria-label="Details of the event" className="grid grid-cols-1 gap-10">
        <NightPart timeZones={timeZones} />
        <WordsPart />
        <RegistrationPart slug={slug} taken={taken} />
        <PublicPart />
        <AuctionPart
          ruleSets={ruleSets}
          fixed={fixed}
          seen={rulesSeen || fixed !== null ? null : <RulesAreRight slug={slug} />}
        />
        {update.error ? (
          <ErrorState title="Nothing was saved" words={`${saidBy(update.error)} What you changed is kept here.`} />
        ) : null}
        <SaveBar disabledReason={over} changes={changes} busy={update.isPending} onDiscard={() => reset(saved)} />
      </form>
    </FormProvider>
  )
}

/** Says that the rules are right as they stand, where nothing of them has to change. */
function RulesAreRight({ slug }: { slug: string }) {
  const refresh = useRefresh()
  const confirm = useMutation(
    useTRPC().event.update.mutationOptions({
      onSuccess: () => {
        toast.success('The rules are checked')
        refresh()
      },
    }),
  )
  return (
    <div className="grid justify-items-start gap-2">
      {confirm.error ? <ErrorState title="Nothing was saved" words={saidBy(confirm.error)} /> : null}
      <Button
        icon={<Check aria-hidden className="size-4" />}
        busy={confirm.isPending}
        onClick={() => confirm.mutate({ slug, rules: {} })}
      >
        These rules are right
      </Button>
    </div>
  )
}
