'use client'

import { Field, Input, Section } from '@gavel/ui'
import Link from 'next/link'
import { useFormContext } from 'react-hook-form'
import { paths } from '../../../paths.ts'
import { CategoriesField } from './categories-field.tsx'
import type { EntriesInput, KindEntry, KindName, Meant } from './entries-schema.ts'
import { MAX_SEATS } from './entries-schema.ts'
import { feeMeaning, groupsMeaning, windowMeaning } from './meaning.ts'
import { Meaning } from './meaning-words.tsx'
import { QuestionsField } from './questions-field.tsx'

type KindPartProps = {
  slug: string
  name: KindName
  meant: Meant
  /** As it would be stored; null while something in it cannot be read. */
  read: KindEntry | null
}

/** How one kind of entry is taken: when, whom, what it costs, what is asked. */
export function KindPart({ slug, name, meant, read }: KindPartProps) {
  const { register, formState } = useFormContext<EntriesInput>()
  const errors = formState.errors[name]
  const isPlayers = name === 'players'
  return (
    <div className="grid grid-cols-1 gap-10">
      <Section title="When">
        <div className="grid grid-cols-1 gap-4 pt-2 sm:grid-cols-2">
          <Field label="Entries open" optional hint="Empty: with publishing." error={errors?.opensAt?.message}>
            {(field) => <Input {...field} {...register(`${name}.opensAt`)} type="datetime-local" />}
          </Field>
          <Field label="Entries close" optional hint="Empty: with the auction." error={errors?.closesAt?.message}>
            {(field) => <Input {...field} {...register(`${name}.closesAt`)} type="datetime-local" />}
          </Field>
          <Meaning>{read ? windowMeaning(name, read, meant) : null}</Meaning>
        </div>
      </Section>
      <Section title={isPlayers ? 'Whom you take' : 'Which owners you take'}>
        <div className="grid grid-cols-1 gap-5 pt-2">
          <div className="grid grid-cols-2 gap-4 sm:grid-cols-[1fr_1fr_2fr]">
            <Field label="Youngest" hint="Empty: any age." error={errors?.ageMin?.message}>
              {(field) => <Input {...field} {...register(`${name}.ageMin`)} inputMode="numeric" autoComplete="off" />}
            </Field>
            <Field label="Oldest" hint="Empty: any age." error={errors?.ageMax?.message}>
              {(field) => <Input {...field} {...register(`${name}.ageMax`)} inputMode="numeric" autoComplete="off" />}
            </Field>
            <Field
              label="Ages count on"
              optional
              hint="Empty: the day of the event. For players and owners alike."
              error={formState.errors.ageDay?.message}
              className="col-span-2 sm:col-span-1"
            >
              {(field) => <Input {...field} {...register('ageDay')} type="date" />}
            </Field>
          </div>
          <CategoriesField name={name} />
          <p className="text-sm text-muted">
            How many places there are, and whether you let each in yourself, stands{' '}
            <Link href={paths.adminDetails(slug)} className="font-semibold text-ink underline">
              among the details
            </Link>
            .
          </p>
        </div>
      </Section>
      <Section title="What it costs">
        <div className="grid grid-cols-1 gap-4 pt-2 sm:grid-cols-2">
          <Field
            label={isPlayers ? 'Fee of a player' : 'Deposit of a team'}
            optional
            hint={`In ${meant.currency}. Empty: nothing.`}
            error={errors?.fee?.message}
          >
            {(field) => <Input {...field} {...register(`${name}.fee`)} inputMode="decimal" autoComplete="off" />}
          </Field>
          <Field
            label={isPlayers ? 'Most seats of a group' : 'Most shares of a deposit'}
            hint={`1: ${isPlayers ? 'no groups' : 'no shares'}. At most ${MAX_SEATS}.`}
            error={errors?.seats?.message}
          >
            {(field) => <Input {...field} {...register(`${name}.seats`)} inputMode="numeric" autoComplete="off" />}
          </Field>
          <Meaning>{read ? `${feeMeaning(name, read, meant)} ${groupsMeaning(name, read)}` : null}</Meaning>
        </div>
      </Section>
      <QuestionsField name={name} />
    </div>
  )
}
