'use client'

import type { InboxPreferences } from '@gavel/api'
import { Button, ErrorState, Section, Switch } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { MailX } from 'lucide-react'
import { Controller, useForm } from 'react-hook-form'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { KINDS } from './kinds.ts'

type Kind = InboxPreferences['kinds'][number]['kind']
type Chosen = Record<Kind, boolean>

/** What the reader is written to about. The inbox tells of everything, so that there is nothing else to choose. */
export function PreferencesForm({ preferences }: { preferences: InboxPreferences }) {
  const { kinds, writesLetters, email } = preferences
  const save = useMutation(useTRPC().inbox.setPreferences.mutationOptions())
  const { control, handleSubmit, reset, formState } = useForm<Chosen>({
    defaultValues: Object.fromEntries(kinds.map((kind) => [kind.kind, kind.email])),
  })
  const submit = handleSubmit(async (chosen) => {
    try {
      await save.mutateAsync({ email: chosen })
      reset(chosen)
    } catch {
      // Shown above the button; the switches stay as they were set.
    }
  })
  const { isDirty } = formState
  return (
    <form onSubmit={submit} className="grid gap-6" aria-label="E-mail">
      {writesLetters ? null : (
        <div className="flex items-start gap-3 rounded-card border border-warn bg-raised px-5 py-4">
          <MailX aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
          <div className="grid gap-1">
            <p className="font-semibold">E-mail is not set up</p>
            <p className="text-sm text-muted">
              This Gavel writes to nobody until whoever runs it gives it a mail server. What you choose here is kept and
              holds from then on.
            </p>
          </div>
        </div>
      )}
      <Section title="Write to me about" aside={email ? <span className="break-all">{email}</span> : null}>
        <ul>
          {kinds.map(({ kind }) => {
            const { Icon, title, words } = KINDS[kind]
            return (
              <li key={kind} className="border-b last:border-b-0">
                <Controller
                  control={control}
                  name={kind}
                  render={({ field: { value, onChange, ref, onBlur } }) => (
                    <div className="flex items-center gap-4 py-3">
                      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
                      <label htmlFor={`letters-${kind}`} className="grid flex-1 gap-0.5">
                        <span className="font-semibold">{title}</span>
                        <span className="text-sm text-muted">{words}</span>
                      </label>
                      <Switch
                        id={`letters-${kind}`}
                        ref={ref}
                        checked={value}
                        onCheckedChange={onChange}
                        onBlur={onBlur}
                      />
                    </div>
                  )}
                />
              </li>
            )
          })}
        </ul>
      </Section>
      {save.error && !formState.isSubmitting ? (
        <ErrorState
          title="Your choice was not stored"
          words={`${saidBy(save.error)} The switches stay as you set them.`}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="submit"
          look="primary"
          busy={formState.isSubmitting}
          disabledReason={isDirty || formState.isSubmitting ? null : 'Nothing has changed'}
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
