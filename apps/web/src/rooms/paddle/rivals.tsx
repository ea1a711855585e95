'use client'

import { type AuctionState, minimumBid, type TeamId } from '@gavel/auction'
import { formatMoney, TeamChip } from '@gavel/ui'
import type { Directory } from '../directory.ts'
import { TeamTable } from '../team-table.tsx'
import { ableRivals } from './able-rivals.ts'

type RivalsProps = { auction: AuctionState; directory: Directory; mine: TeamId }

/** The other teams' purses and limits, and who of them could still bid the next price. */
export function Rivals({ auction, directory, mine }: RivalsProps) {
  const able = ableRivals(auction, mine)
  const next = auction.lot ? minimumBid(auction.rules, auction.lot) : null
  return (
    <>
      {able === null || next === null ? null : (
        <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 py-2 text-sm">
          <span className="font-semibold">
            {able.length === 0
              ? `No rival can bid ${formatMoney(next, auction.rules.currency)}`
              : `${able.length} can bid ${formatMoney(next, auction.rules.currency)}`}
          </span>
          <span className="flex flex-wrap gap-1.5">
            {able.map((team) => {
              const { short, name, colour } = directory.team(team)
              return <TeamChip key={team} size="sm" shortName={short} name={name} colour={colour} />
            })}
          </span>
        </div>
      )}
      <TeamTable auction={auction} directory={directory} mine={mine} />
    </>
  )
}
