'use client'

import { Button, Dialog } from '@gavel/ui'
import { QrCode as QrIcon, Share2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { CopyButton } from '../join/copy-button.tsx'
import { QrCode } from '../join/qr-code.tsx'

const never = () => () => {}
const mayShare = () => typeof navigator.share === 'function'
const mayNot = () => false

type PassOnProps = {
  /** Where the seats are taken, from the site's root on. */
  path: string
  /** Where phones reach this installation. */
  origin: string
  /** What it is, as a share sheet says it: `A seat in the group of Asha Rao`. */
  words: string
}

/** A link to hand on: to copy, to share, to scan. */
export function PassOn({ path, origin, words }: PassOnProps) {
  const shares = useSyncExternalStore(never, mayShare, mayNot)
  const address = new URL(path, origin).href
  return (
    <div className="flex flex-wrap gap-2">
      <CopyButton text={address} words="Copy the link" size="sm" />
      {shares ? (
        <Button
          size="sm"
          icon={<Share2 aria-hidden className="size-4" />}
          // Leaving the share sheet is no failure.
          onClick={() => navigator.share({ title: 'Gavel', text: words, url: address }).catch(() => {})}
        >
          Share
        </Button>
      ) : null}
      <Dialog
        title={words}
        words="Whoever scans this, or has the link, takes one of the open seats."
        trigger={
          <Button size="sm" icon={<QrIcon aria-hidden className="size-4" />}>
            Show a code
          </Button>
        }
      >
        <div className="grid justify-items-center gap-4">
          <QrCode text={address} label={words} className="w-64 max-w-full" />
          <output className="block rounded-card border bg-surface px-3 py-2 text-sm break-all">{address}</output>
        </div>
      </Dialog>
    </div>
  )
}
