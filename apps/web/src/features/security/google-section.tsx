'use client'

import type { SecurityOverview } from '@gavel/api'
import { Button, Section } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { DayOf } from './day-of.tsx'
import { GoogleButton } from './google-button.tsx'
import { useSecurity } from './use-security.ts'

/** The link with an account at Google: to make, and to undo. */
export function GoogleSection({ google }: { google: SecurityOverview['google'] }) {
  const trpc = useTRPC()
  const link = useMutation(trpc.security.linkGoogle.mutationOptions())
  const unlink = useMutation(trpc.security.unlinkGoogle.mutationOptions())
  const { run, busy } = useSecurity()
  return (
    <Section title="Google">
      {google ? (
        <div className="flex flex-wrap items-center justify-between gap-3 py-3">
          <div className="grid min-w-0 gap-0.5">
            <p className="font-semibold [overflow-wrap:anywhere]">{google.email}</p>
            <p className="text-sm text-muted">
              Linked <DayOf atMs={google.createdAtMs} />. You can sign in with it.
            </p>
          </div>
          <Button busy={busy} onClick={() => run(() => unlink.mutateAsync(), 'Google is not linked any more.')}>
            Unlink Google
          </Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3 py-3">
          <p className="max-w-prose text-sm text-muted">
            Sign in with your Google account, whatever its address. Gavel learns your name and address, nothing else.
          </p>
          <GoogleButton
            words="Link Google"
            size="md"
            wide={false}
            next={paths.security()}
            before={async () => (await run(() => link.mutateAsync())) !== null}
          />
        </div>
      )}
    </Section>
  )
}
