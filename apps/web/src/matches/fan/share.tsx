'use client'

import { Button, toast } from '@gavel/ui'
import { Share2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { CopyButton } from '../../features/join/copy-button.tsx'
import { paths } from '../../paths.ts'

/** Hands the match on: by what the phone has for that, else by copying its address. */
export function Share({ matchId, title }: { matchId: string; title: string }) {
  const [way, setWay] = useState<'unknown' | 'share' | 'copy'>('unknown')
  useEffect(() => setWay('share' in navigator ? 'share' : 'copy'), [])
  const url = () => new URL(paths.match(matchId), window.location.href).href
  if (way === 'copy') return <CopyButton size="sm" text={url()} words="Copy the link" />
  const share = () =>
    navigator.share({ title, url: url() }).catch((error: unknown) => {
      // Whoever closes the sheet has changed their mind.
      if (!(error instanceof DOMException && error.name === 'AbortError')) toast.error('The link could not be shared.')
    })
  return (
    <Button size="sm" icon={<Share2 aria-hidden className="size-4" />} onClick={share}>
      Share
    </Button>
  )
}
