'use client'

import { Button, FieldError } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { refusalWords } from '../account/refusal.ts'
import { type NotSignedIn, signInBy } from '../account/sign-in-by.ts'
import { saidBy } from '../api-error.ts'
import { PASSKEY_TROUBLE, signWithPasskey } from './passkey.ts'

/** Signs in with a passkey of this device: nothing is typed. `next`: where to go on to, a path of this site. */
export function PasskeySignIn({ next }: { next: string }) {
  const router = useRouter()
  const ask = useMutation(useTRPC().security.askPasskey.mutationOptions())
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const signIn = async () => {
    setTrouble(null)
    setBusy(true)
    const went = await tried(() => ask.mutateAsync())
    if (went === null) {
      router.replace(next)
      router.refresh()
      return
    }
    setBusy(false)
    setTrouble(went)
  }

  return (
    <div className="grid gap-2">
      <Button size="lg" wide busy={busy} onClick={signIn} icon={<KeyRound aria-hidden className="size-5" />}>
        Use a passkey
      </Button>
      <FieldError error={trouble} />
    </div>
  )
}

type Question = { challengeId: string; options: Parameters<typeof signWithPasskey>[0] }

/** @returns null once signed in, otherwise what to say */
async function tried(ask: () => Promise<Question>): Promise<string | null> {
  try {
    const { challengeId, options } = await ask()
    const signed = await signWithPasskey(options)
    if (!signed.ok) return PASSKEY_TROUBLE[signed.trouble]
    const refused = await signInBy('passkey', { signed: JSON.stringify({ challengeId, answer: signed.answer }) })
    return refused && wordsOf(refused)
  } catch (error) {
    return saidBy(error)
  }
}

function wordsOf(refused: NotSignedIn): string {
  const said = refused.is === 'wrong' ? null : refusalWords(refused, false)
  return said ? `${said.title}. ${said.words}` : 'No account here knows this passkey. Sign in another way.'
}
