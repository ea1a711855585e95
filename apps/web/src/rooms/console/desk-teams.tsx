'use client'

import { type AuctionState, cardsLeft, minimumBid, refusalWords, type TeamId } from '@gavel/auction'
import { Badge, Button, cn, formatMoney, Kbd, Money, PurseBar, TeamChip, Tooltip, teamStyle } from '@gavel/ui'
import { Hand } from 'lucide-react'
import type { Directory } from '../directory.ts'
import { cardsSaid } from '../stages/drama.ts'
import { type TeamRow, teamRows } from '../view.ts'
import { biddable, floorKeys } from './floor-keys.ts'
import type { Floor } from './use-floor.ts'

type DeskTeamsProps = {
  auction: AuctionState
  directory: Directory
  connected: Readonly<Record<TeamId, number>>
  floor: Floor
  off: string | null
}

/** Purses, limits and connections, and the floor: a raised hand in the hall becomes a bid. */
export function DeskTeams({ auction, directory, connected, floor, off }: DeskTeamsProps) {
  const keyOf = new Map([...floorKeys(auction, directory)].map(([key, team]) => [team, key.toUpperCase()]))
  const board = auction.rules.openLots > 1
  // What limits are about: on a board the lot that a hand is raised for.
  const lot = floor.lot ?? auction.lot
  const leader = lot?.bids.at(-1)?.team ?? null
  const next = lot?.stage.is === 'bidding' ? minimumBid(auction.rules, lot) : null
  const reason =
    off ??
    (biddable(auction).length > 0
      ? null
      : auction.lot
        ? 'Bidding on this player is closed'
        : 'No player is up for sale')
  return (
    <section aria-label="Teams" className="flex min-h-0 flex-col">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 className="text-base">Teams</h2>
        <Button
          size="sm"
          look={floor.lot ? 'primary' : 'plain'}
          kbd="F"
          aria-pressed={floor.lot !== null}
          icon={<Hand aria-hidden className="size-4" />}
          onClick={() => floor.toggle(floor.lot?.lot)}
          {...(reason ? { disabledReason: reason } : {})}
        >
          {floor.lot ? 'Press a letter' : 'Hand raised'}
        </Button>
      </div>
      {board && floor.lot ? (
        <p className="border-b py-2 text-sm">
          A hand for {directory.player(floor.lot.player).name}. Arrow keys go to another lot.
        </p>
      ) : null}
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {teamRows(auction, lot).map((row) => (
          <DeskTeam
            key={row.id}
            row={row}
            auction={auction}
            directory={directory}
            leads={row.id === leader}
            online={connected[row.id] ?? 0}
            next={next}
            // On a board the teams stand beside the lot that the hand is for.
            floorKey={floor.lot && !board ? (keyOf.get(row.id) ?? null) : null}
            onFloorBid={floor.bidFor}
          />
        ))}
      </ul>
    </section>
  )
}

/** What a team has said of its bids while nobody holds its paddle. */
const AWAY = { off: null, pass: 'away', bid: 'away, by list' } as const

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
  const { squad, overseasMax, match, currency } = auction.rules
  const autopilot = auction.teams[row.id]?.autopilot ?? 'off'
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
        {AWAY[autopilot] ? <Badge tone="warn">{AWAY[autopilot]}</Badge> : null}
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
          {match === null ? '' : ` · ${cardsSaid(cardsLeft(auction, row.id))}`}
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
