'use client'

import type { AuctionState } from '@gavel/auction'
import { Field, Input } from '@gavel/ui'
import type { ReactNode } from 'react'
import type { Directory } from '../directory.ts'
import { namesOf } from '../stages/order-of-play.ts'

type NamesCallProps = {
  auction: AuctionState
  directory: Directory
  perTeam: number
  onPerTeam: (count: number) => void
  /** The button that calls, or closes. */
  children: ReactNode
}

const MOST = 50

/** A call for names: each team names so many players, and only those come up. */
export function NamesCall({ auction, directory, perTeam, onPerTeam, children }: NamesCallProps) {
  const stand = namesOf(auction)
  if (!stand)
    return (
      <div className="grid gap-3">
        <p className="text-sm text-muted">
          Each team names players who wait or went unsold. Only the named come up then, in the running order.
        </p>
        <Field label="Names from each team">
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={MOST}
              value={perTeam}
              onChange={(event) => onPerTeam(Math.min(MOST, Math.max(1, Math.trunc(Number(event.target.value) || 1))))}
            />
          )}
        </Field>
        {children}
      </div>
    )
  return (
    <div className="grid gap-3">
      <p className="text-sm font-semibold">
        {stand.answered} of {stand.teams.length} teams have named, up to {stand.perTeam} each
      </p>
      <ul className="text-sm">
        {stand.teams.map(({ team, named }) => (
          <li key={team} className="flex min-h-9 items-start justify-between gap-3 border-b py-1.5 last:border-b-0">
            <span className="font-semibold">{directory.team(team).short}</span>
            <span className="min-w-0 text-right break-words text-muted">
              {named === null
                ? 'not yet'
                : named.length === 0
                  ? 'nobody'
                  : named.map((id) => directory.player(id).name).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
