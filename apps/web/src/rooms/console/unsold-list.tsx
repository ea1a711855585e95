'use client'

import type { AuctionState, PlayerId } from '@gavel/auction'
import { Button, EmptyState, Field, formatMoney, Input } from '@gavel/ui'
import { useState } from 'react'
import { amountTyped, typedIn } from '../amount-typed.ts'
import type { Directory } from '../directory.ts'
import { whyRefused } from './actions.ts'

type UnsoldListProps = {
  auction: AuctionState
  directory: Directory
  unsold: readonly PlayerId[]
  off: string | null
  /** @param base a lower one, to which the players have agreed; null: their own */
  onRecall: (players: PlayerId[], base: number | null) => void
}

/** Players whom nobody bid for, to be recalled: at their own base, or at a lower one where the rules allow it. */
export function UnsoldList({ auction, directory, unsold, off, onRecall }: UnsoldListProps) {
  const [typed, setTyped] = useState('')
  const { currency, recallFloor } = auction.rules
  if (unsold.length === 0)
    return <EmptyState title="Nobody is unsold" words="Players whom nobody bid for wait here, and may be recalled." />

  const base = typed.trim() === '' ? null : amountTyped(typed, currency)
  const wrong = typed.trim() !== '' && base === null ? 'That is not an amount' : null
  const reason = (players: PlayerId[]) =>
    off ?? wrong ?? whyRefused(auction, { type: 'RecallPlayers', players, base }, 0)
  const recall = (players: PlayerId[]) => {
    onRecall(players, base)
    setTyped('')
  }
  const all = reason([...unsold])
  return (
    <>
      {recallFloor === null ? null : (
        <Field
          label={`At a lower base, in ${typedIn(currency)}`}
          optional
          hint={`At least ${formatMoney(recallFloor, currency)}, with the player’s consent. Empty: the own base.`}
          error={wrong ?? undefined}
        >
          {(control) => (
            <Input {...control} inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
      )}
      <Button onClick={() => recall([...unsold])} disabledReason={all}>
        Recall all {unsold.length}
        {base === null ? '' : ` at ${formatMoney(base, currency)}`}
      </Button>
      <ul className="text-sm">
        {unsold.map((id) => (
          <li key={id} className="flex min-h-10 items-center justify-between gap-2 border-b">
            <span className="min-w-0 break-words">
              {directory.player(id).name}
              <span className="block text-xs text-muted tabular-nums">
                base {formatMoney(auction.players[id]?.base ?? 0, currency, 'short')}
              </span>
            </span>
            <Button
              size="sm"
              look="quiet"
              aria-label={`Recall ${directory.player(id).name}`}
              onClick={() => recall([id])}
              disabledReason={reason([id])}
            >
              Recall
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
