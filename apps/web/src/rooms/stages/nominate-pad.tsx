'use client'

import type { PlayerId } from '@gavel/auction'
import { Button, formatMoney } from '@gavel/ui'
import { useState } from 'react'
import { amountAsTyped, amountTyped } from '../amount-typed.ts'
import { MoneyField } from '../money-field.tsx'
import { ActLine } from './act-line.tsx'
import { whyNotAct } from './asks.ts'
import { nameable } from './order-of-play.ts'
import { type PadProps, SendButton } from './pad.tsx'
import { PickPlayer } from './pick-player.tsx'

/** A team puts a player up, and opens with the first bid. */
export function NominatePad({ auction, directory, team, floorTeam, off, offsetMs, moment, onAct }: PadProps) {
  const [chosen, setChosen] = useState<PlayerId | null>(null)
  const [typed, setTyped] = useState('')
  const { currency } = auction.rules
  const at = `nominate-${auction.turn?.n ?? auction.lotCount}`
  const player = chosen === null ? undefined : auction.players[chosen]
  const waits = player?.status.is === 'waiting' ? player : undefined
  const amount = amountTyped(typed, currency)
  const act =
    waits && amount !== null ? ({ type: 'NominatePlayer', player: waits.id, amount, floorTeam } as const) : null
  const reason =
    off ??
    (act ? whyNotAct(auction, team, act, Date.now() + offsetMs) : waits ? 'Type the first bid' : 'Choose a player')
  return (
    <section aria-label="Name the next player" className="grid content-start gap-3">
      {auction.turn?.team === team ? (
        <p role="alert" className="text-lg font-bold">
          {floorTeam === null
            ? 'Your turn: name the next player'
            : `${directory.team(team).name}: name the next player`}
        </p>
      ) : null}
      {waits ? (
        <div className="flex min-h-11 items-center justify-between gap-3 border-y py-1">
          <span className="min-w-0">
            <span className="font-semibold break-words">{directory.player(waits.id).name}</span>
            <span className="block text-xs text-muted">Base {formatMoney(waits.base, currency)}</span>
          </span>
          <Button size="sm" look="quiet" onClick={() => setChosen(null)}>
            Another
          </Button>
        </div>
      ) : (
        <PickPlayer
          auction={auction}
          directory={directory}
          from={nameable(auction, 'turn')}
          label="Player"
          onPick={(id) => {
            setChosen(id)
            setTyped(amountAsTyped(auction.players[id]?.base ?? 0, currency))
          }}
        />
      )}
      {waits ? (
        <>
          <MoneyField label="First bid" currency={currency} typed={typed} onType={setTyped} />
          <SendButton moment={moment} at={at} reason={reason} onSend={() => act && void onAct(at, act)}>
            {amount === null ? 'Put up' : `Put up for ${formatMoney(amount, currency)}`}
          </SendButton>
        </>
      ) : null}
      <ActLine moment={moment} at={at} done="Put up" />
    </section>
  )
}
