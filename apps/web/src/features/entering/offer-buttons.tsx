'use client'

import type { MyRegistration } from '@gavel/api'
import { Button, ErrorState } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { usePutMine } from './use-mine.ts'

type OfferButtonsProps = { slug: string; mine: MyRegistration; decline: ReactNode }

/** A place that became free: taken, or left to the next in line. */
export function OfferButtons({ slug, mine, decline }: OfferButtonsProps) {
  const put = usePutMine(slug)
  const accept = useMutation(useTRPC().registration.accept.mutationOptions({ onSuccess: put }))
  return (
    <div className="grid gap-2">
      {accept.error ? <ErrorState title="The place was not taken" words={saidBy(accept.error)} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" busy={accept.isPending} onClick={() => accept.mutate({ slug, id: mine.id })}>
          {mine.feeWords ? 'Take the place, then pay' : 'Take the place'}
        </Button>
        {decline}
      </div>
    </div>
  )
}
