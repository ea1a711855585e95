'use client'

import type { About } from '@gavel/api'
import { Button, Dialog } from '@gavel/ui'
import { SquareArrowOutUpRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

type Fact = { label: string; value: ReactNode }

type AboutDrawerProps = {
  about: About
  facts: Fact[]
  reason: string
  /** What was sent, or where it broke, as it stands in the store. */
  raw: { title: string; text: string } | null
  actions: ReactNode
  onClose: () => void
}

/** One message or job beside its table: what it is about, why it was given up, and what it carries. */
export function AboutDrawer({ about, facts, reason, raw, actions, onClose }: AboutDrawerProps) {
  return (
    <Dialog
      from="side"
      title={about.title}
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      actions={actions}
    >
      <div className="grid gap-5">
        <div className="grid gap-1 rounded-card border border-bad px-4 py-3">
          <h3 className="text-sm font-semibold">Why it was given up</h3>
          <p className="text-sm break-words">{reason || 'It said nothing.'}</p>
        </div>
        <dl className="grid">
          {[...about.facts, ...facts].map(({ label, value }) => (
            <div key={label} className="grid grid-cols-[8rem_1fr] gap-3 border-b py-2 text-sm last:border-b-0">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
        </dl>
        {raw ? (
          <section className="grid gap-2">
            <h3 className="text-sm font-semibold">{raw.title}</h3>
            {/* What scrolls is reached by keyboard. */}
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
              tabIndex={0}
              className="max-h-72 overflow-auto rounded-card border bg-sunken p-3 text-xs whitespace-pre-wrap break-all"
            >
              {raw.text}
            </pre>
          </section>
        ) : null}
        {about.href ? (
          <Button asChild className="justify-self-start">
            <Link href={about.href}>
              <SquareArrowOutUpRight aria-hidden className="size-4" />
              Open its page
            </Link>
          </Button>
        ) : null}
      </div>
    </Dialog>
  )
}

/** JSON with line breaks; anything else as it is. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
