'use client'

import { Button, ErrorState } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../../paths.ts'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'

/** Confirms an address, by a press: mail programs open links by themselves. */
export function ConfirmAddress({ token }: { token: string }) {
  const confirm = useMutation(useTRPC().account.confirmEmail.mutationOptions())
  if (confirm.isSuccess)
    return (
      <div role="status" className="grid justify-items-start gap-3">
        <MailCheck aria-hidden className="size-8 text-accent" />
        <p className="font-semibold">This is the address of your account now</p>
        <p className="text-sm [overflow-wrap:anywhere] text-muted">Sign in with {confirm.data.email} from now on.</p>
        <Button asChild>
          <Link href={paths.security()}>Go to your account</Link>
        </Button>
      </div>
    )
  return (
    <div className="grid gap-4">
      {confirm.error ? <ErrorState title="The address was not confirmed" words={saidBy(confirm.error)} /> : null}
      <Button look="primary" size="lg" wide busy={confirm.isPending} onClick={() => confirm.mutate({ token })}>
        Use this address
      </Button>
    </div>
  )
}
