'use client'

import { Button, Dialog, Field, Input } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { appCodeOf, saidBy } from '../api-error.ts'
import { CopyButton } from '../join/copy-button.tsx'
import { QrCode } from '../join/qr-code.tsx'
import { useSecurity } from './use-security.ts'

type SetUpDialogProps = {
  secret: string
  /** What the QR code says. */
  uri: string
  /** The codes are on; these are shown this once. */
  onCodes: (recoveryCodes: string[]) => void
  onLeave: () => void
}

/** Brings the secret into an app, and the app's first code back. */
export function SetUpDialog({ secret, uri, onCodes, onLeave }: SetUpDialogProps) {
  const confirm = useMutation(useTRPC().security.confirmCodes.mutationOptions())
  const { run, busy } = useSecurity()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setWrong(undefined)
    const outcome = await run(() =>
      confirm.mutateAsync({ code }).catch((error: unknown) => {
        if (appCodeOf(error) !== 'CODES.WRONG') throw error
        setWrong(saidBy(error))
        setCode('')
        field.current?.focus()
        return null
      }),
    )
    if (outcome?.did) onCodes(outcome.did.recoveryCodes)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onLeave()
      }}
      title="Set up your app"
      words="Scan this with any authenticator app."
    >
      <div className="grid gap-4">
        <div className="mx-auto w-44">
          <QrCode text={uri} label="QR code that brings Gavel into your authenticator app" />
        </div>
        <div className="grid justify-items-start gap-2">
          <p className="text-sm text-muted">Or bring this key into it:</p>
          <p className="font-mono text-sm" data-testid="totp-secret">
            {secret.match(/.{1,4}/g)?.join(' ')}
          </p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={secret} words="Copy the key" size="sm" />
            {/* On the phone that has the app, which cannot scan itself. */}
            <Button asChild size="sm" className="hidden pointer-coarse:inline-flex">
              <a href={uri}>Open the app</a>
            </Button>
          </div>
        </div>
        <form onSubmit={submit} className="grid gap-4" aria-label="First code">
          <Field label="The code that the app shows" error={wrong}>
            {(control) => (
              <Input
                {...control}
                ref={field}
                value={code}
                onChange={(event) => setCode(event.target.value)}
                autoComplete="one-time-code"
                inputMode="numeric"
                maxLength={12}
                required
                className="text-lg tracking-[0.3em] tabular-nums"
              />
            )}
          </Field>
          <Button type="submit" look="primary" busy={busy}>
            Turn codes on
          </Button>
        </form>
      </div>
    </Dialog>
  )
}
