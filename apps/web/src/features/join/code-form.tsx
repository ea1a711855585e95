'use client'

import { Button, cn, Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { foldTyped, problemWith } from './code.ts'

const schema = z.object({
  code: z
    .string()
    .transform(foldTyped)
    .superRefine((code, { addIssue }) => {
      const message = problemWith(code)
      if (message) addIssue({ code: 'custom', message })
    }),
})

type CodeFormProps = {
  /** What stands there already: a code that led nowhere. */
  code?: string
  /** `line`: one row of a page that is about something else. */
  look?: 'page' | 'line'
}

/** Takes a code as people write it, or a whole link, and goes where it leads. */
export function CodeForm({ code = '', look = 'page' }: CodeFormProps) {
  const router = useRouter()
  const [going, go] = useTransition()
  const { register, handleSubmit, formState, setValue } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { code },
  })
  const line = look === 'line'
  const field = register('code', {
    onChange: (event: { target: { value: string } }) => {
      const typed = event.target.value
      // A pasted link becomes its code; what is typed letter by letter stays where the cursor is.
      setValue('code', typed.includes('/') ? foldTyped(typed) : typed.toUpperCase(), {
        shouldValidate: formState.isSubmitted,
      })
    },
  })
  return (
    <form
      // Where the page's script has not come yet, the browser itself goes there.
      action={paths.join()}
      noValidate
      aria-label="Join"
      onSubmit={handleSubmit((given) => go(() => router.push(paths.join(given.code))))}
      className={line ? 'flex flex-wrap items-end gap-2' : 'grid gap-4'}
    >
      <Field
        label={line ? 'Have a code?' : 'Code'}
        hint={line ? undefined : 'Six or eight letters and digits. A whole link works too.'}
        error={formState.errors.code?.message}
        className={line ? 'min-w-0 flex-1 basis-40' : ''}
      >
        {(control) => (
          <Input
            {...control}
            {...field}
            defaultValue={code}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            className={cn(
              'tracking-[0.14em] tabular-nums uppercase',
              !line && 'h-18 text-center text-xl font-bold sm:text-2xl',
            )}
          />
        )}
      </Field>
      <Button
        type="submit"
        look={line ? 'plain' : 'primary'}
        size={line ? 'md' : 'lg'}
        wide={!line}
        busy={going}
        className={line ? 'min-h-11' : undefined}
      >
        {going && !line ? 'Looking it up' : 'Join'}
      </Button>
    </form>
  )
}
