'use client'

import type { EntryTerms, GroupView } from '@gavel/api'
import { toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { FormProvider, useForm } from 'react-hook-form'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import type { FirstEntry } from '../events/first-entry.ts'
import { emptyPlayer, PlayerFields, playerShape } from '../events/player-fields.tsx'
import { RegistrationFrame } from '../events/registration-form.tsx'
import { draftKey } from './draft.ts'
import { EntryFields } from './entry-fields.tsx'
import { emptyEntry, entryOf, entryShape } from './entry-typed.ts'
import { useDraft } from './use-draft.ts'
import { useRefusedFields, withEntryFaults } from './use-entry-form.ts'

type SeatFormProps = {
  slug: string
  group: GroupView
  groupKey: string
  terms: EntryTerms
  /** What the seat costs, in words. */
  price: string
  viewer: FirstEntry & { userId: string }
  basePrices: readonly number[]
}

/** Takes an open seat: with the form that everybody fills who enters, or with a share of a team's deposit. */
export function SeatForm(props: SeatFormProps) {
  return props.group.kind === 'player' ? <PlayerSeat {...props} /> : <OwnerSeat {...props} />
}

/** Sends it, and goes on to where the entry stands. */
function useTakeSeat({ slug, price }: Pick<SeatFormProps, 'slug' | 'price'>, sent: () => void) {
  const router = useRouter()
  return useMutation(
    useTRPC().registration.takeSeat.mutationOptions({
      onSuccess: ({ status }) => {
        sent()
        toast.success('The seat is yours', status === 'owing' ? { description: `${price} is to be paid for it.` } : {})
        router.push(paths.event(slug))
      },
    }),
  )
}

const playerSchema = z.object({ ...playerShape, ...entryShape })

function PlayerSeat({ slug, group, groupKey, terms, price, viewer, basePrices }: SeatFormProps) {
  const asked = terms.player
  const fresh = { ...emptyPlayer(viewer), ...emptyEntry(asked) }
  const form = useForm({
    resolver: withEntryFaults(zodResolver(playerSchema), asked, terms.ageDay),
    defaultValues: fresh,
  })
  const draft = useDraft(draftKey(viewer.userId, slug, 'player'), form, fresh)
  const take = useTakeSeat({ slug, price }, draft.forget)
  useRefusedFields(take.error, form.setError)
  return (
    <FormProvider {...form}>
      <RegistrationFrame
        name="Take the seat"
        submit="Take the seat"
        busy={take.isPending || take.isSuccess}
        error={take.error}
        price={price}
        promise={seatPromise(terms, 'player')}
        draft={draft}
        where="page"
        onSubmit={form.handleSubmit(({ seats: _, born, category, answers, ...player }) => {
          const { seats: __, ...entry } = entryOf(asked, { seats: '1', born, category, answers })
          take.mutate({ slug, id: group.id, key: groupKey, details: { kind: 'player', ...player }, ...entry })
        })}
      >
        <PlayerFields basePrices={basePrices} currency={terms.currency} />
        <EntryFields terms={asked} ageDay={terms.ageDay} group={false} />
      </RegistrationFrame>
    </FormProvider>
  )
}

const ownerSchema = z.object(entryShape)

function OwnerSeat({ slug, group, groupKey, terms, price, viewer }: SeatFormProps) {
  const asked = terms.owner
  const fresh = emptyEntry(asked)
  const form = useForm({
    resolver: withEntryFaults(zodResolver(ownerSchema), asked, terms.ageDay),
    defaultValues: fresh,
  })
  const draft = useDraft(draftKey(viewer.userId, slug, 'share'), form, fresh)
  const take = useTakeSeat({ slug, price }, draft.forget)
  useRefusedFields(take.error, form.setError)
  return (
    <FormProvider {...form}>
      <RegistrationFrame
        name="Take the share"
        submit="Take the share"
        busy={take.isPending || take.isSuccess}
        error={take.error}
        price={price}
        promise={seatPromise(terms, 'owner')}
        draft={draft}
        where="page"
        onSubmit={form.handleSubmit((typed) => {
          const { seats: _, ...entry } = entryOf(asked, typed)
          take.mutate({ slug, id: group.id, key: groupKey, ...entry })
        })}
      >
        <EntryFields terms={asked} ageDay={terms.ageDay} group={false} />
      </RegistrationFrame>
    </FormProvider>
  )
}

function seatPromise(terms: EntryTerms, kind: GroupView['kind']): string {
  if (!terms[kind].fee) return 'You are in as soon as the group is.'
  return kind === 'owner'
    ? 'You pay it next, and own the team together with the others.'
    : 'You pay it next. One clock runs for the whole group.'
}
