'use client'

import type { AuctionState } from '@gavel/auction'
import { formatMoney, Section } from '@gavel/ui'
import type { Directory } from '../directory.ts'
import { comingUp } from './coming-up.ts'
import type { Notes } from './use-notes.ts'

const SHOWN = 5

type NextUpProps = { auction: AuctionState; directory: Directory; notes: Notes }

/** Who comes next, with what the auctioneer reads out. */
export function NextUp({ auction, directory, notes }: NextUpProps) {
  const next = comingUp(auction, SHOWN)
  if (next.length === 0 || auction.phase.is === 'ended') return null
  return (
    <Section title="Next up">
      <ol className="text-sm">
        {next.map((id) => {
          const { name, role, country } = directory.player(id)
          const player = auction.players[id]
          const facts = [role, country, player ? directory.set(player.set) : ''].filter(Boolean).join(' · ')
          return (
            <li key={id} className="flex min-h-10 items-center justify-between gap-3 border-b py-1 last:border-b-0">
              <span className="min-w-0 break-words">
                <span className="font-semibold">{name}</span> <span className="text-muted">{facts}</span>
                {notes.players[id] ? <span className="block text-muted">{notes.players[id]}</span> : null}
              </span>
              {player ? (
                <span className="shrink-0 tabular-nums">
                  {formatMoney(player.base, auction.rules.currency, 'short')}
                </span>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
