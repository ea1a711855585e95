'use client'

import type { MyProfile } from '@gavel/api'
import { Button, cn, ErrorState, Field, Input, Section, Select } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { CheckField } from '../admin/desk/check-field.tsx'
import { MarkdownField } from '../admin/details/markdown-field.tsx'
import { saidBy } from '../api-error.ts'
import { ROLES } from '../players/player-form-schema.ts'
import { AvatarField } from './avatar-field.tsx'
import { BATTING_WORDS, BOWLING_WORDS } from './playing-words.ts'

const MAX_BIO = 4_000

const short = z.string().trim().max(60, 'At most 60 characters.')
/** One of a list, or nothing. */
const oneOf = <Value extends string>(words: Record<Value, string>) =>
  z.enum(['', ...(Object.keys(words) as Value[])]).transform((value) => (value === '' ? null : (value as Value)))

const schema = z.object({
  name: z.string().trim().min(1, 'Say what people call you.').max(120, 'A name may have at most 120 characters.'),
  bio: z.string().max(MAX_BIO, `This may have at most ${MAX_BIO.toLocaleString('en')} characters.`),
  public: z.boolean(),
  playing: z.object({
    role: short,
    country: short,
    batting: oneOf(BATTING_WORDS),
    bowling: oneOf(BOWLING_WORDS),
  }),
})

const inputOf = ({ name, bio, public: shown, playing }: MyProfile): z.input<typeof schema> => ({
  ...{ name, bio, public: shown },
  playing: { ...playing, batting: playing.batting ?? '', bowling: playing.bowling ?? '' },
})

/** Keeps the save at the foot of the window while something is unsaved. */
const BAR = 'sticky bottom-0 z-20 -mx-4 border-t bg-raised px-4 py-3 shadow-lift sm:mx-0 sm:rounded-card sm:border'

/** What the viewer says of themselves. The picture is kept at once; everything else is by the button. */
export function ProfileForm({ profile }: { profile: MyProfile }) {
  const router = useRouter()
  const save = useMutation(useTRPC().profile.save.mutationOptions())
  const { register, handleSubmit, formState, reset, control } = useForm({
    resolver: zodResolver(schema),
    defaultValues: inputOf(profile),
  })
  const { errors, isDirty, isSubmitting } = formState
  const [name, bio] = useWatch({ control, name: ['name', 'bio'] })
  const submit = handleSubmit(async (said) => {
    try {
      reset(inputOf(await save.mutateAsync(said)))
      router.refresh()
    } catch {
      // Shown above the button; what was typed stays.
    }
  })
  return (
    <form noValidate onSubmit={submit} className="grid gap-10" aria-label="Profile">
      <Section
        title="Who you are"
        aside={
          <Link href={paths.person(profile.userId)} className="font-semibold text-ink underline">
            See your page
          </Link>
        }
      >
        <div className="grid gap-5 pt-2">
          <AvatarField name={name} avatarUrl={profile.avatarUrl} />
          <Field label="Name" hint="As it should stand on a team sheet." error={errors.name?.message}>
            {(field) => <Input {...field} {...register('name')} autoComplete="name" dir="auto" />}
          </Field>
          <MarkdownField
            label="About you"
            hint={`Markdown: **bold**, lists, links. ${bio.length.toLocaleString('en')} of ${MAX_BIO.toLocaleString('en')} characters.`}
            error={errors.bio?.message}
            value={bio}
            field={register('bio')}
          />
        </div>
      </Section>
      <Section title="How you play" aside="All optional">
        <div className="grid gap-5 pt-2 sm:grid-cols-2">
          <Field label="Role" error={errors.playing?.role?.message}>
            {(field) => <Input {...field} {...register('playing.role')} list="playing-roles" autoComplete="off" />}
          </Field>
          <datalist id="playing-roles">
            {ROLES.map((role) => (
              <option key={role} value={role} />
            ))}
          </datalist>
          <Field label="Country" error={errors.playing?.country?.message}>
            {(field) => <Input {...field} {...register('playing.country')} autoComplete="country-name" />}
          </Field>
          <Field label="Bats">
            {(field) => (
              <Select {...field} {...register('playing.batting')}>
                <Choices words={BATTING_WORDS} />
              </Select>
            )}
          </Field>
          <Field label="Bowls">
            {(field) => (
              <Select {...field} {...register('playing.bowling')}>
                <Choices words={BOWLING_WORDS} />
              </Select>
            )}
          </Field>
        </div>
      </Section>
      <Section title="Who sees it">
        <div className="pt-2">
          <CheckField
            label="Everybody may read my page"
            words="Your name, picture, words and public seasons, never your address. Otherwise only you and administrators see it."
            {...register('public')}
          />
        </div>
      </Section>
      {save.error && !isSubmitting ? (
        <ErrorState title="Your profile was not stored" words={`${saidBy(save.error)} What you typed is kept here.`} />
      ) : null}
      <div className={cn('flex flex-wrap items-center gap-x-4 gap-y-2', isDirty && BAR)}>
        <Button
          type="submit"
          look="primary"
          busy={isSubmitting}
          disabledReason={isDirty || isSubmitting ? null : 'Nothing has changed'}
        >
          Save
        </Button>
        <p role="status" className="text-sm text-muted">
          {save.isSuccess && !isDirty ? 'Saved.' : isDirty ? 'Not saved yet.' : ''}
        </p>
      </div>
    </form>
  )
}

function Choices({ words }: { words: Readonly<Record<string, string>> }) {
  return (
    <>
      <option value="">Not said</option>
      {Object.entries(words).map(([value, said]) => (
        <option key={value} value={value}>
          {said}
        </option>
      ))}
    </>
  )
}
