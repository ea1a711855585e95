'use client'

import { Button, ErrorState } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { FormProvider, useForm } from 'react-hook-form'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { TeamFields } from '../teams/team-fields.tsx'
import { freeColour, teamSchema } from '../teams/team-schema.ts'

/** Accepts an invitation and goes straight to what it opens. */
function useAccept() {
  const router = useRouter()
  return useMutation(
    useTRPC().invitation.accept.mutationOptions({
      onSuccess: ({ goTo, slug, auctionId }) => {
        const opens = {
          paddle: paths.paddle(auctionId),
          console: paths.console(auctionId),
          desk: paths.adminEvent(slug),
          event: paths.event(slug),
        }
        router.replace(opens[goTo])
        router.refresh()
      },
    }),
  )
}

type AcceptProps = {
  code: string
  /** What the button says. */
  words: string
}

/** One button that accepts. */
export function AcceptButton({ code, words }: AcceptProps) {
  const accept = useAccept()
  const busy = accept.isPending || accept.isSuccess
  return (
    <div className="grid gap-3">
      {accept.error ? <ErrorState title="You have not joined" words={saidBy(accept.error)} /> : null}
      <Button look="primary" size="lg" wide busy={busy} onClick={() => accept.mutate({ code })} className="min-h-14">
        {busy ? 'Joining' : words}
      </Button>
    </div>
  )
}

type BringTeamProps = AcceptProps & {
  price: number
  currency: string
  /** Colours of the teams that are there. */
  worn: readonly string[]
}

/** The team that an owner brings, and the button that accepts with it. */
export function BringTeamForm({ code, words, price, currency, worn }: BringTeamProps) {
  const accept = useAccept()
  const form = useForm({
    resolver: zodResolver(teamSchema),
    defaultValues: { name: '', short: '', colour: freeColour(worn) },
  })
  const busy = accept.isPending || accept.isSuccess
  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-label="Your team"
        onSubmit={form.handleSubmit((team) => accept.mutate({ code, team }))}
        className="grid gap-4"
      >
        <TeamFields price={price} currency={currency} />
        {accept.error ? (
          <ErrorState title="You have not joined" words={`${saidBy(accept.error)} What you typed is kept.`} />
        ) : null}
        <Button type="submit" look="primary" size="lg" wide busy={busy} className="min-h-14">
          {busy ? 'Joining' : words}
        </Button>
      </form>
    </FormProvider>
  )
}
