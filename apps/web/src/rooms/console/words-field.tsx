import { Input } from '@gavel/ui'
import type { ComponentProps } from 'react'

/** As long as a line to all screens may be (SAY-1). */
const MOST_LETTERS = 200

type WordsFieldProps = Omit<ComponentProps<typeof Input>, 'onChange'> & {
  id: string
  label: string
  onWords: (words: string) => void
}

/** A field for a line to all screens; Enter sends its form. */
export function WordsField({ label, onWords, ...field }: WordsFieldProps) {
  return (
    <>
      <label htmlFor={field.id} className="sr-only">
        {label}
      </label>
      <Input
        {...field}
        onChange={(event) => onWords(event.target.value)}
        maxLength={MOST_LETTERS}
        autoComplete="off"
        enterKeyHint="send"
      />
    </>
  )
}
