'use client'

import { Button, FieldError } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'

/** Goes to the form that pays for a seat in Gavel's own page. Where Stripe's page is open for it, that form says so. */
export function PayHere({ registrationId, seat }: { registrationId: string; seat: string }) {
  const router = useRouter()
  const begin = useMutation(
    useTRPC().payment.begin.mutationOptions({
      onSuccess: ({ payment }) => router.push(paths.paymentCard(payment)),
    }),
  )
  return (
    <div className="grid gap-2">
      <Button
        look="quiet"
        wide
        busy={begin.isPending || begin.isSuccess}
        onClick={() => begin.mutate({ registrationId, seat, way: 'form' })}
      >
        Pay here by card
      </Button>
      <FieldError error={begin.error && saidBy(begin.error)} />
    </div>
  )
}
