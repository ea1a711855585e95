'use client'

import { Button } from '@gavel/ui'
import { useRouter } from 'next/navigation'
import { signOut } from 'next-auth/react'
import { useState } from 'react'

type OtherAccountProps = {
  /** Where to go on to, once nobody is signed in. */
  next: string
  words: string
  /** `wide`: over the whole column; `inline`: within a line of text. */
  as?: 'wide' | 'button' | 'inline'
}

const FACES = {
  wide: { size: 'lg', wide: true },
  button: { size: 'md' },
  inline: { look: 'quiet', size: 'sm' },
} as const

/** Leaves this account for another one, without losing the way. */
export function OtherAccount({ next, words, as = 'wide' }: OtherAccountProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    await signOut({ redirect: false }).catch(() => {})
    router.push(next)
    router.refresh()
  }
  return (
    <Button {...FACES[as]} busy={busy} onClick={leave}>
      {words}
    </Button>
  )
}
