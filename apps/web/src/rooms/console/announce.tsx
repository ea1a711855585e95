'use client'

import type { AuctionState } from '@gavel/auction'
import { Button } from '@gavel/ui'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { whyRefused } from './actions.ts'
import { usePhrases } from './use-phrases.ts'
import { WordsField } from './words-field.tsx'

type AnnounceProps = {
  auction: AuctionState
  off: string | null
  onSend: (words: string) => void
  onClose: () => void
}

/**
 * A line to every screen that pauses nothing, in the auctioneer's own words or by a phrase that is kept. It stands above the desk, so that the price
 * stays in sight, and takes the focus as it opens.
 */
export function Announce({ auction, off, onSend, onClose }: AnnounceProps) {
  const [text, setText] = useState('')
  const { phrases, keep } = usePhrases()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])

  const words = text.trim()
  const refused = whyRefused(auction, { type: 'Announce', words }, 0)
  const reason = off ?? (words === '' ? 'Write it first' : refused && 'Every screen shows this already')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    onSend(words)
    keep(words)
    onClose()
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={leave}
      aria-label="Announce"
      className="grid animate-enter gap-2 border-b bg-sunken px-3 py-2 sm:px-5"
    >
      <div className="flex items-center gap-2">
        <WordsField
          id={id}
          ref={field}
          label="Announcement to all screens"
          value={text}
          onWords={setText}
          placeholder="Said to all screens; nothing pauses"
          className="min-w-0 flex-1"
        />
        <Button type="submit" look="primary" disabledReason={reason}>
          Say it
        </Button>
        <Button look="quiet" kbd="Esc" onClick={onClose}>
          Close
        </Button>
      </div>
      <ul aria-label="Phrases" className="flex flex-wrap gap-1.5">
        {phrases.map((phrase) => (
          <li key={phrase} className="min-w-0">
            <Button
              size="sm"
              className="h-auto max-w-full py-1 text-left break-words whitespace-normal"
              onClick={() => {
                setText(phrase)
                field.current?.focus()
              }}
            >
              {phrase}
            </Button>
          </li>
        ))}
      </ul>
    </form>
  )
}
