'use client'

import { cn, FieldError, teamStyle } from '@gavel/ui'
import { Check } from 'lucide-react'
import { useId } from 'react'
import { KIT_COLOURS } from './team-schema.ts'

type ColourFieldProps = { value: string; onChange: (hex: string) => void; error?: string | undefined; legend?: string }

/** Ten kits to pick from, or any colour of one's own. */
export function ColourField({ value, onChange, error, legend = 'Colour' }: ColourFieldProps) {
  const name = useId()
  const own = !KIT_COLOURS.some(({ hex }) => hex === value)
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {KIT_COLOURS.map(({ hex, name: word }) => (
          <label
            key={hex}
            style={teamStyle(hex)}
            title={word}
            className="team-chip grid size-10 cursor-pointer place-items-center rounded-card has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={hex}
              checked={value === hex}
              onChange={() => onChange(hex)}
              className="sr-only"
            />
            <span className="sr-only">{word}</span>
            {value === hex ? <Check aria-hidden className="size-5" /> : null}
          </label>
        ))}
        <label
          className={cn(
            'relative inline-flex h-10 cursor-pointer items-center gap-2 rounded-card border px-3 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            own ? 'border-ink font-semibold' : 'border-edge',
          )}
        >
          <span aria-hidden style={teamStyle(value)} className="team-chip size-5 rounded-card" />
          Another
          <input
            type="color"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
        </label>
      </div>
      <FieldError error={error} />
    </fieldset>
  )
}
