'use client'

import { Button, Dialog, ErrorState, Field, Input } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { GoogleButton } from './google-button.tsx'
import { PASSKEY_TROUBLE, signWithPasskey } from './passkey.ts'

/** What an account can show who it is with. */
export type WaysToProve = { password: boolean; codes: boolean; passkey: boolean }

type ProveDialogProps = { ways: WaysToProve; onDone: (proved: boolean) => void }

/** Asks once more who is at the browser. */
export function ProveDialog({ ways, onDone }: ProveDialogProps) {
  const trpc = useTRPC()
  const here = usePathname()
  const prove = useMutation(trpc.auth.prove.mutationOptions())
  const askPasskey = useMutation(trpc.security.askOwnPasskey.mutationOptions())
  const [typed, setTyped] = useState('')
  const [byCode, setByCode] = useState(!ways.password)
  const [trouble, setTrouble] = useState<string | null>(null)
  const canType = ways.password || ways.codes

  const show = async (work: () => Promise<unknown>) => {
    setTrouble(null)
    try {
      await work()
      onDone(true)
    } catch (error) {
      setTrouble(error instanceof PasskeyError ? error.message : saidBy(error))
      setTyped('')
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The dialog stands inside the page's own forms, as React sees it.
    event.stopPropagation()
    return show(() => prove.mutateAsync(byCode ? { code: typed } : { password: typed }))
  }
  const passkey = () =>
    show(async () => {
      const { challengeId, options } = await askPasskey.mutateAsync()
      const signed = await signWithPasskey(options)
      if (!signed.ok) throw new PasskeyError(PASSKEY_TROUBLE[signed.trouble])
      await prove.mutateAsync({ passkey: { challengeId, answer: signed.answer } })
    })

  const busy = prove.isPending || askPasskey.isPending
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onDone(false)
      }}
      title="Is it you?"
      words="In case somebody else is at your browser. This holds for ten minutes."
    >
      <div className="grid gap-4">
        {trouble ? <ErrorState title="That did not work" words={trouble} /> : null}
        {canType ? (
          <form onSubmit={submit} className="grid gap-4" aria-label="Show who you are">
            <Field
              key={byCode ? 'code' : 'password'}
              label={byCode ? 'Code of your app, or a recovery code' : 'Your password'}
            >
              {(control) => (
                <Input
                  {...control}
                  data-first
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  type={byCode ? 'text' : 'password'}
                  autoComplete={byCode ? 'one-time-code' : 'current-password'}
                  maxLength={byCode ? 40 : 200}
                  required
                />
              )}
            </Field>
            <div className="flex flex-wrap items-center gap-2">
              <Button type="submit" look="primary" busy={busy}>
                Go on
              </Button>
              {ways.password && ways.codes ? (
                <Button
                  look="quiet"
                  onClick={() => {
                    setByCode(!byCode)
                    setTyped('')
                  }}
                >
                  {byCode ? 'Use the password' : 'Use a code'}
                </Button>
              ) : null}
            </div>
          </form>
        ) : null}
        {ways.passkey ? (
          <Button busy={busy} onClick={passkey} icon={<KeyRound aria-hidden className="size-4" />}>
            Use a passkey
          </Button>
        ) : null}
        {canType || ways.passkey ? null : <GoogleButton words="Sign in with Google again" next={here} />}
      </div>
    </Dialog>
  )
}

/** The device said no; the message is for the person. */
class PasskeyError extends Error {
  override name = 'PasskeyError'
}
