'use client'

import type { AuctionState } from '@gavel/auction'
import { Button, Kbd } from '@gavel/ui'
import { MessageSquareText } from 'lucide-react'
import { type FormEvent, type RefObject, useId, useState } from 'react'
import { whyRefused } from './actions.ts'
import { WordsField } from './words-field.tsx'

/** What is said most often; any other words can be typed. */
const USUAL = [
  'Back in five minutes',
  'Strategic time-out',
  'A short break. We go on with the next set',
  'A technical fault. Nothing is lost, we go on shortly',
]

type PauseMessageProps = {
  auction: AuctionState
  off: string | null
  inputRef: RefObject<HTMLInputElement | null>
  onSend: (message: string) => void
}

/** A message to every screen, with the pause that it belongs to. In a pause it takes the place of the one before. */
export function PauseMessage({ auction, off, inputRef, onSend }: PauseMessageProps) {
  const [text, setText] = useState('')
  const id = useId()
  const { phase } = auction
  if (phase.is !== 'running' && phase.is !== 'paused') return null
  const message = text.trim()
  const reason =
    off ??
    (message === ''
      ? 'Write a message first'
      : whyRefused(auction, { type: 'PauseAuction', message }, 0) && 'This message is shown already')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    onSend(message)
    setText('')
    // The desk's keys work again.
    inputRef.current?.blur()
  }
  return (
    <form onSubmit={submit} aria-label="Message" className="flex items-center gap-2">
      <span className="relative min-w-0 flex-1">
        <MessageSquareText
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
        />
        <WordsField
          id={id}
          ref={inputRef}
          label="Message to all screens"
          value={text}
          onWords={setText}
          list={`${id}-usual`}
          aria-keyshortcuts="M"
          placeholder="Message to all screens"
          className="peer pr-10 pl-9"
        />
        <Kbd className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 peer-focus:hidden">M</Kbd>
      </span>
      <datalist id={`${id}-usual`}>
        {USUAL.map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
      <Button type="submit" className="shrink-0" {...(reason ? { disabledReason: reason } : {})}>
        {phase.is === 'paused' ? 'Show' : 'Pause and show'}
      </Button>
    </form>
  )
}
