'use client'

import type { EntryTerms } from '@gavel/api'
import { zodResolver } from '@hookform/resolvers/zod'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { EntryFields } from '../entering/entry-fields.tsx'
import { emptyEntry, entryOf, entryShape } from '../entering/entry-typed.ts'
import { priceWords } from '../entering/price.ts'
import { promiseWords, wouldWait } from '../entering/promise.ts'
import { useDraft } from '../entering/use-draft.ts'
import { useRefusedFields, withEntryFaults } from '../entering/use-entry-form.ts'
import { TeamFields } from '../teams/team-fields.tsx'
import { freeColour, teamSchema } from '../teams/team-schema.ts'
import { RegistrationFrame, useRegister } from './registration-form.tsx'

const schema = teamSchema.extend(entryShape)

type OwnerFormProps = {
  slug: string
  /** A price to show the team's colour with. */
  price: number
  terms: EntryTerms
  /** Colours of the teams that are there. */
  worn: readonly string[]
  /** Where what is typed is kept on this device. */
  draftAt: string
  done: () => void
}

/** Enters the viewer as the owner of a new team. */
export function OwnerForm({ slug, price, terms, worn, draftAt, done }: OwnerFormProps) {
  const asked = terms.owner
  const fresh = { name: '', short: '', colour: freeColour(worn), ...emptyEntry(asked) }
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
        name="Register a team"
        submit={wouldWait(asked, seats) ? 'Join the waiting list' : 'Register the team'}
        busy={enter.isPending}
        error={enter.error}
        price={priceWords(asked, seats)}
        promise={promiseWords(asked, terms, seats)}
        draft={draft}
        onSubmit={form.handleSubmit(({ name, short, colour, ...typed }) =>
          enter.mutate({ slug, details: { kind: 'owner', team: name, short, colour }, ...entryOf(asked, typed) }),
        )}
      >
        <TeamFields price={price} currency={terms.currency} />
        <EntryFields terms={asked} ageDay={terms.ageDay} />
      </RegistrationFrame>
    </FormProvider>
  )
}
