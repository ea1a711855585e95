'use client'

import type { SecurityOverview } from '@gavel/api'
import { Badge, Button, Section } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Confirm } from '../admin/desk/confirm.tsx'
import { NewCodesDialog } from './new-codes-dialog.tsx'
import { SetUpDialog } from './set-up-dialog.tsx'
import { useSecurity } from './use-security.ts'

type CodesSectionProps = Pick<SecurityOverview, 'codes' | 'recoveryCodesLeft'>
type Begun = { secret: string; uri: string }

/** Fewer than these, and it is time for new ones. */
const FEW = 3

/** One-time codes of an authenticator app, and the recovery codes that stand in for them. */
export function CodesSection({ codes, recoveryCodesLeft }: CodesSectionProps) {
  const trpc = useTRPC()
  const begin = useMutation(trpc.security.beginCodes.mutationOptions())
  const renew = useMutation(trpc.security.newRecoveryCodes.mutationOptions())
  const stop = useMutation(trpc.security.stopCodes.mutationOptions())
  const { run, busy } = useSecurity()
  const [begun, setBegun] = useState<Begun | null>(null)
  const [fresh, setFresh] = useState<string[] | null>(null)

  const start = async () => {
    const outcome = await run(() => begin.mutateAsync())
    if (outcome) setBegun(outcome.did)
  }
  const newCodes = async () => {
    const outcome = await run(() => renew.mutateAsync())
    if (outcome) setFresh(outcome.did.recoveryCodes)
  }

  return (
    <Section title="Codes from an app" aside={codes ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>}>
      <div className="grid gap-4 py-3">
        <p className="max-w-prose text-sm text-muted">
          {codes
            ? 'Signing in asks for a code of your authenticator app, after your password or Google.'
            : 'After your password or Google you type six digits from an app on your phone. A stolen password alone is then not enough.'}
        </p>
        {codes ? (
          <p className="text-sm">
            <span className="font-semibold tabular-nums">{recoveryCodesLeft} of 10</span> recovery codes left.
            {recoveryCodesLeft < FEW ? ' Make new ones before you need them.' : null}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          {codes ? (
            <>
              <Confirm
                face="New recovery codes"
                title="Make new recovery codes?"
                words="The ones you have kept stop working."
                busy={busy}
                done={busy}
                error={null}
                onConfirm={newCodes}
              />
              <Confirm
                face="Turn codes off"
                title="Turn codes off?"
                words="Signing in asks for your password or Google alone. Your recovery codes stop working."
                look="danger"
                danger
                busy={busy}
                done={busy}
                error={null}
                onConfirm={() => run(() => stop.mutateAsync(), 'No codes are asked for any more.')}
              />
            </>
          ) : (
            <Button busy={busy} onClick={start}>
              Turn codes on
            </Button>
          )}
        </div>
      </div>
      {begun ? (
        <SetUpDialog
          {...begun}
          onCodes={(shown) => {
            setBegun(null)
            setFresh(shown)
          }}
          onLeave={() => setBegun(null)}
        />
      ) : null}
      {fresh ? <NewCodesDialog codes={fresh} onDone={() => setFresh(null)} /> : null}
    </Section>
  )
}
