'use client'

import { Field, Select } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useTRPC } from '../../trpc/client.tsx'

type FormerTeamFieldProps = {
  auctionId: string
  /** The form's field. */
  field: UseFormRegisterReturn
  error: string | undefined
  /** Why it can no longer change. */
  fixed: string | null
}

/** For which team of the auction the player played last season: that team may match the price. */
export function FormerTeamField({ auctionId, field: registered, error, fixed }: FormerTeamFieldProps) {
  const trpc = useTRPC()
  const roster = useQuery(trpc.auction.roster.queryOptions({ auctionId }))
  return (
    <Field label="Team of last season" hint={fixed ?? 'It may match the price that wins.'} error={error}>
      {(field) => (
        <Select {...field} {...registered} disabled={fixed !== null || !roster.data}>
          <option value="">None of these</option>
          {roster.data?.teams.map(({ teamId, name }) => (
            <option key={teamId} value={teamId}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
