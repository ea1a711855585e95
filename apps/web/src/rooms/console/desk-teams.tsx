'use client'

import { type AuctionState, minimumBid, refusalWords, type TeamId } from '@gavel/auction'
import { Button, cn, formatMoney, Kbd, Money, PurseBar, TeamChip, Tooltip, teamStyle } from '@gavel/ui'
import { Hand } from 'lucide-react'
import type { Directory } from '../directory.ts'
import { type TeamRow, teamRows } from '../view.ts'

type DeskTeamsProps = {
  auction: AuctionState
  directory: Directory
  connected: Readonly<Record<TeamId, number>>
  /** Letters are on: pressing one bids for that team. */
  floor: boolean
  onFloor: () => void
  onFloorBid: (team: TeamId) => void
  off: string | null
}

/** The letter of a team while hands are raised, by its place in the fixed order of names. */
export function floorKeys(auction: AuctionState, directory: Directory): Map<string, TeamId> {
  const teams = Object.keys(auction.teams).sort((one, other) =>
    directory.team(one).name.localeCompare(directory.team(other).name),
  )
  return new Map(teams.map((team, at) => [String.fromCharCode(97 + at), team]))
}

/** Purses, limits and connections, and the floor: a raised hand in the hall becomes a bid. */
export function DeskTeams({ auction, directory, connected, floor, onFloor, onFloorBid, off }: DeskTeamsProps) {
  const keyOf = new Map([...floorKeys(auction, directory)].map(([key, team]) => [team, key.toUpperCase()]))
  const leader = auction.lot?.bids.at(-1)?.team ?? null
  const next = auction.lot ? minimumBid(auction.rules, auction.lot) : null
  const reason = off ?? (next === null ? 'No player is up for sale' : null)
  return (
    <section aria-label="Teams" className="flex min-h-0 flex-col">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 className="text-base">Teams</h2>
        <Button
          size="sm"
          look={floor ? 'primary' : 'plain'}
          kbd="F"
          aria-pressed={floor}
          icon={<Hand aria-hidden className="size-4" />}
          onClick={onFloor}
          {...(reason ? { disabledReason: reason } : {})}
        >
          {floor ? 'Press a letter' : 'Hand raised'}
        </Button>
      </div>
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {teamRows(auction).map((row) => (
          <DeskTeam
            key={row.id}
            row={row}
            auction={auction}
            directory={directory}
            leads={row.id === leader}
            online={connected[row.id] ?? 0}
            next={next}
            floorKey={floor && next !== null ? (keyOf.get(row.id) ?? null) : null}
            onFloorBid={onFloorBid}
          />
        ))}
      </ul>
    </section>
  )
}

type DeskTeamProps = {
  row: TeamRow
  auction: AuctionState
  directory: Directory
  leads: boolean
  online: number
  next: number | null
  floorKey: string | null
  onFloorBid: (team: TeamId) => void
}

function DeskTeam({ row, auction, directory, leads, online, next, floorKey, onFloorBid }: DeskTeamProps) {
  const { name, short, colour } = directory.team(row.id)
  const { squad, overseasMax, currency } = auction.rules
  const out = row.shut
    ? refusalWords(row.shut, currency)
    : next !== null && next > row.limit
      ? 'Out at this price'
      : null
  return (
    <li
      style={teamStyle(colour)}
      className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b py-2"
    >
      {floorKey ? (
        <button
          type="button"
          className="team-chip row-span-3 flex h-9 items-center justify-center gap-1.5 rounded-card text-xs font-bold"
          aria-label={`Bid for ${name} from the floor`}
          onClick={() => onFloorBid(row.id)}
        >
          {short}
          <Kbd>{floorKey}</Kbd>
        </button>
      ) : (
        <TeamChip size="sm" shortName={short} name={name} colour={colour} />
      )}
      <span className="flex min-w-0 items-center gap-2 text-sm leading-tight break-words">
        <Tooltip words={online > 0 ? `${online} connected` : 'Nobody is connected'}>
          <span
            className={cn('size-2.5 shrink-0 rounded-full border', online > 0 ? 'border-good bg-good' : 'border-edge')}
          >
            <span className="sr-only">{online > 0 ? 'connected' : 'not connected'}</span>
          </span>
        </Tooltip>
        <span className={cn('min-w-0', leads && 'font-semibold')}>{name}</span>
      </span>
      <Money amount={row.left} currency={currency} style="short" className="text-right text-sm font-semibold" />
      <PurseBar
        left={row.left}
        total={row.purse}
        limit={row.limit}
        currency={currency}
        colour={colour}
        className="col-span-2 col-start-2 h-1.5"
      />
      <span className="col-span-2 col-start-2 flex flex-wrap justify-between gap-x-3 text-xs text-muted tabular-nums">
        <span>
          squad {row.squad} of {squad.max}
          {overseasMax === null ? '' : ` · ${row.overseas} of ${overseasMax} overseas`}
        </span>
        <span className={cn(out && 'font-semibold text-warn')}>
          {out ?? `limit ${formatMoney(row.limit, currency, 'short')}`}
        </span>
      </span>
      {leads && !floorKey ? (
        <span className="team-text col-start-1 row-start-3 text-center text-xs leading-4 font-bold">leads</span>
      ) : null}
    </li>
  )
}
