'use client'

import { Button, ErrorState, Field, Input, Monogram, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { Invite } from '../../invite/invite.tsx'
import { Confirm } from '../desk/confirm.tsx'
import { useRefresh } from '../desk/use-refresh.ts'
import type { DeskTeam } from './team-form.tsx'

type PaddlesProps = { slug: string; auctionId: string; origin: string; team: DeskTeam; closed: string | null }

/** Who bids for a team: who holds a paddle, and the ways to give out one more. */
export function Paddles({ slug, auctionId, origin, team, closed }: PaddlesProps) {
  return (
    <div className="grid gap-6">
      {team.owners.length > 0 ? (
        <ul aria-label="Paddles">
          {team.owners.map((owner) => (
            <li key={owner.userId} className="flex items-center gap-3 border-b py-2 last:border-b-0">
              <Monogram size="sm" name={owner.name} />
              <span className="grid min-w-0 flex-1">
                <span className="font-semibold break-words">{owner.name}</span>
                <span className="text-sm break-all text-muted">{owner.email}</span>
              </span>
              {closed ? null : <TakePaddle auctionId={auctionId} team={team} owner={owner} />}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted">
          Nobody bids for {team.name} yet. Invite its owner by a link, or bid from the floor.
        </p>
      )}
      {closed ? (
        <p className="text-sm text-muted">{closed}</p>
      ) : (
        <>
          <section aria-label="Invite by a link" className="grid gap-3 border-t pt-4">
            <h3 className="text-base">Invite by a link</h3>
            <Invite
              key={team.owners.length > 0 ? 'bidder' : 'owner'}
              slug={slug}
              origin={origin}
              invited={team.owners.length > 0 ? 'bidder' : 'owner'}
              teamId={team.teamId}
              whom={team.owners.length > 0 ? `a second bidder of ${team.name}` : `the owner of ${team.name}`}
              face={team.owners.length > 0 ? 'Invite one more person to bid' : 'Invite the owner'}
              look="primary"
            />
          </section>
          <GivePaddle auctionId={auctionId} team={team} />
        </>
      )}
    </div>
  )
}

function GivePaddle({ auctionId, team }: { auctionId: string; team: DeskTeam }) {
  const refresh = useRefresh()
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(z.object({ email: z.email('This is not an e-mail address.') })),
    defaultValues: { email: '' },
  })
  const give = useMutation(
    useTRPC().auction.grantPaddle.mutationOptions({
      onSuccess: (_, { email }) => {
        toast.success(`${email} holds a paddle of ${team.name}`)
        reset()
        refresh()
      },
    }),
  )
  return (
    <form
      noValidate
      aria-label="Give a paddle"
      className="grid gap-3 border-t pt-4"
      onSubmit={handleSubmit(({ email }) => give.mutate({ auctionId, teamId: team.teamId, email }))}
    >
      <h3 className="text-base">Somebody who has an account</h3>
      <Field label="E-mail" error={formState.errors.email?.message}>
        {(field) => <Input {...field} {...register('email')} type="email" inputMode="email" autoComplete="off" />}
      </Field>
      {give.error ? <ErrorState title="No paddle was given" words={saidBy(give.error)} /> : null}
      <div>
        <Button type="submit" busy={give.isPending}>
          Give the paddle
        </Button>
      </div>
    </form>
  )
}

type TakePaddleProps = { auctionId: string; team: DeskTeam; owner: DeskTeam['owners'][number] }

function TakePaddle({ auctionId, team, owner }: TakePaddleProps) {
  const refresh = useRefresh()
  const take = useMutation(
    useTRPC().auction.revokePaddle.mutationOptions({
      onSuccess: () => {
        toast.success(`${owner.name} bids for ${team.name} no more`)
        refresh()
      },
    }),
  )
  return (
    <Confirm
      face="Take the paddle back"
      label={`Take the paddle of ${owner.name} back`}
      title={`Take the paddle of ${owner.name} back?`}
      words={`From that moment no bid of ${owner.name} counts. What ${team.name} has bought stays.`}
      look="quiet"
      size="icon"
      icon={<X aria-hidden className="size-4" />}
      danger
      busy={take.isPending}
      done={take.isSuccess}
      error={take.error}
      onConfirm={() => take.mutate({ auctionId, teamId: team.teamId, userId: owner.userId })}
    />
  )
}
