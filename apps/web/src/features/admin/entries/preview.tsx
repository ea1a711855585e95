'use client'

import { sharesOf } from '@gavel/payments'
import { Card } from '@gavel/ui'
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form'
import { EntryFields } from '../../entering/entry-fields.tsx'
import type { EntryTyped } from '../../entering/entry-typed.ts'
import { priceWords } from '../../entering/price.ts'
import type { AskedTerms } from '../../entering/terms.ts'
import { type EntriesInput, type KindName, type Meant, shownKind } from './entries-schema.ts'

type PreviewProps = { name: KindName; meant: Meant; ageDay: string }

/** The form as a person will see it, drawn by the form's own parts; it can be tried and sends nothing. */
export function Preview({ name, meant, ageDay }: PreviewProps) {
  const { control } = useFormContext<EntriesInput>()
  const terms = termsOf(name, shownKind(useWatch({ control, name }), meant), meant)
  const form = useForm<EntryTyped>({ defaultValues: { seats: '1', born: '', category: '', answers: {} } })
  const seats = Number(useWatch({ control: form.control, name: 'seats' }))
  return (
    <section aria-label="Preview" className="min-w-0 xl:sticky xl:top-6">
      <h2 className="pb-2 text-sm font-semibold text-muted">As a person sees it</h2>
      <Card className="grid grid-cols-1 xl:max-h-[calc(100dvh-6rem)] xl:grid-rows-[minmax(0,1fr)_auto]">
        <div className="grid grid-cols-1 content-start gap-4 p-4 xl:overflow-y-auto">
          <p className="rounded-card border border-dashed border-edge px-3 py-2 text-sm text-muted">
            {name === 'players' ? 'Name, country, role, base price' : 'Team name, short name, colour'}
          </p>
          <FormProvider {...form}>
            <EntryFields terms={terms} ageDay={ageDay} />
          </FormProvider>
        </div>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 border-t px-4 py-3 text-sm">
          <span className="text-muted">Price</span>
          <span className="font-semibold tabular-nums">{priceWords(terms, seats)}</span>
        </p>
      </Card>
    </section>
  )
}

type Shown = ReturnType<typeof shownKind>

const termsOf = (name: KindName, { fee, ...shown }: Shown, { currency }: Meant): AskedTerms => {
  const money = fee === null ? null : { amount: fee, currency }
  return {
    ...shown,
    kind: name === 'players' ? 'player' : 'owner',
    fee: money,
    shares: money && name === 'owners' ? Array.from({ length: shown.seats }, (_, i) => sharesOf(money, i + 1)) : [],
  }
}
