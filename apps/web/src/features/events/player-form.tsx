'use client'

import type { EntryTerms } from '@gavel/api'
import { zodResolver } from '@hookform/resolvers/zod'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { EntryFields } from '../entering/entry-fields.tsx'
import { emptyEntry, entryOf, entryShape } from '../entering/entry-typed.ts'
import { priceWords } from '../entering/price.ts'
import { promiseWords, wouldWait } from '../entering/promise.ts'
import { useDraft } from '../entering/use-draft.ts'
import { useRefusedFields, withEntryFaults } from '../entering/use-entry-form.ts'
import type { FirstEntry } from './first-entry.ts'
import { emptyPlayer, PlayerFields, playerShape } from './player-fields.tsx'
import { RegistrationFrame, useRegister } from './registration-form.tsx'

const schema = z.object({ ...playerShape, ...entryShape })

type PlayerFormProps = {
  slug: string
  /** What is known of the viewer. */
  first: FirstEntry
  basePrices: readonly number[]
  terms: EntryTerms
  /** Where what is typed is kept on this device. */
  draftAt: string
  done: () => void
}

/** Enters the viewer into the event's pool of players, alone or for a group. */
export function PlayerForm({ slug, first, basePrices, terms, draftAt, done }: PlayerFormProps) {
  const asked = terms.player
  const fresh = { ...emptyPlayer(first), ...emptyEntry(asked) }
  const form = useForm({
    resolver: withEntryFaults(zodResolver(schema), asked, terms.ageDay),
    defaultValues: fresh,
  })
  const draft = useDraft(draftAt, form, fresh)
  const enter = useRegister(slug, () => {
    draft.forget()
    done()
  })
  useRefusedFields(enter.error, form.setError)
  const seats = Number(useWatch({ control: form.control, name: 'seats' }))
  return (
    <FormProvider {...form}>
      <RegistrationFrame
        name="Register as a player"
        submit={wouldWait(asked, seats) ? 'Join the waiting list' : 'Register as a player'}
        busy={enter.isPending}
        error={enter.error}
        price={priceWords(asked, seats)}
        promise={promiseWords(asked, terms, seats)}
        draft={draft}
        onSubmit={form.handleSubmit(({ seats, born, category, answers, ...player }) =>
          enter.mutate({
            slug,
            details: { kind: 'player', ...player },
            ...entryOf(asked, { seats, born, category, answers }),
          }),
        )}
      >
        <PlayerFields basePrices={basePrices} currency={terms.currency} />
        <EntryFields terms={asked} ageDay={terms.ageDay} />
      </RegistrationFrame>
    </FormProvider>
  )
}
