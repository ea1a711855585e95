'use client'

import { Button } from '@gavel/ui'
import { ExternalLink, MailOpen } from 'lucide-react'
import type { ReactNode } from 'react'

type LetterSentProps = {
  title: string
  children: ReactNode
  /** The inbox of this machine, where letters go nowhere else. */
  inboxUrl: string | null
  /** Whom the letter is to. */
  email: string
}

/** Says that a letter is on its way, and where to read it. */
export function LetterSent({ title, children, inboxUrl, email }: LetterSentProps) {
  return (
    <div role="status" className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-3">
      <MailOpen aria-hidden className="size-8 text-accent" />
      <p className="font-semibold [overflow-wrap:anywhere]">{title}</p>
      <div className="grid gap-2 text-sm [overflow-wrap:anywhere] text-muted">{children}</div>
      {inboxUrl ? (
        <Button asChild size="sm">
          <a href={`${inboxUrl}/?to=${encodeURIComponent(email)}`} target="_blank" rel="noreferrer">
            Open this machine’s inbox
            <ExternalLink aria-hidden className="size-4" />
          </a>
        </Button>
      ) : null}
    </div>
  )
}
