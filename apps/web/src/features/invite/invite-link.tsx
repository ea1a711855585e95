'use client'

import { Button } from '@gavel/ui'
import { Share2 } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useViewerZone } from '../events/event-time.tsx'
import { momentIn } from '../events/when.ts'
import { CopyButton } from '../join/copy-button.tsx'
import { QrCode } from '../join/qr-code.tsx'

type InviteLinkProps = {
  /** Whom it is for, in words: `owner of River Otters`. */
  whom: string
  code: string
  path: string
  expiresAtMs: number
  /** Where phones reach this installation: `http://192.168.1.20:3000`. */
  origin: string
}

const never = () => () => {}
const mayShare = () => typeof navigator.share === 'function'
const mayNot = () => false

/** An invitation to hand over: a code to scan, to read out, to copy or to share. */
export function InviteLink({ whom, code, path, expiresAtMs, origin }: InviteLinkProps) {
  const zone = useViewerZone()
  const shares = useSyncExternalStore(never, mayShare, mayNot)
  const box = useRef<HTMLElement>(null)
  const address = new URL(path, origin).href
  const until = momentIn(expiresAtMs, zone ?? 'UTC')
  useEffect(() => box.current?.focus(), [])
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={`Invitation: ${whom}`}
      className="grid gap-4 rounded-card border border-good bg-raised p-4 outline-none"
    >
      <QrCode text={address} label={`Invitation: ${whom}`} className="w-56 max-w-full" />
      <div className="grid min-w-0 content-start gap-3">
        <p className="text-sm">
          One person scans this, or opens the link, and becomes <b>{whom}</b>. Until {until.shortDate}, {until.time}.
        </p>
        <p className="text-xl font-bold tracking-widest tabular-nums">
          <span className="sr-only">Code </span>
          {code}
        </p>
        <output className="block rounded-card border bg-surface px-3 py-2 text-sm break-all">{address}</output>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={address} words="Copy the link" />
          {shares ? (
            <Button
              icon={<Share2 aria-hidden className="size-4" />}
              // Leaving the share sheet is no failure.
              onClick={() =>
                navigator.share({ title: 'Gavel', text: `You are invited as ${whom}`, url: address }).catch(() => {})
              }
            >
              Share
            </Button>
          ) : null}
        </div>
      </div>
    </section>
  )
}
