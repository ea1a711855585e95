'use client'

import type { AuctionState, PlayerId } from '@gavel/auction'
import { Button, Field, formatMoney, Input } from '@gavel/ui'
import { useDeferredValue, useState } from 'react'
import type { Directory } from '../directory.ts'

const SHOWN = 6

type PickPlayerProps = {
  auction: AuctionState
  directory: Directory
  /** Who may be picked, in the order in which they are offered. */
  from: readonly PlayerId[]
  label: string
  onPick: (player: PlayerId) => void
}

/** Finds one player by typing a part of the name; without words the first few stand there. */
export function PickPlayer({ auction, directory, from, label, onPick }: PickPlayerProps) {
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(plain(words))
  const found = from.filter((id) => !wanted || plain(directory.player(id).name).includes(wanted))
  return (
    <div className="grid gap-1">
      <Field label={label}>
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      {found.length === 0 ? <p className="py-2 text-sm text-muted">Nobody matches.</p> : null}
      <ul className="text-sm">
        {found.slice(0, SHOWN).map((id) => {
          const card = directory.player(id)
          const player = auction.players[id]
          const facts = [card.role, card.country, player?.status.is === 'unsold' ? 'unsold' : ''].filter(Boolean)
          return (
            <li key={id} className="flex min-h-12 items-center justify-between gap-3 border-b py-1 last:border-b-0">
              <span className="min-w-0">
                <span className="font-semibold break-words">{card.name}</span>
                <span className="block text-xs text-muted">
                  {[...facts, player ? formatMoney(player.base, auction.rules.currency, 'short') : ''].join(' · ')}
                </span>
              </span>
              <Button
                size="sm"
                aria-label={`Choose ${card.name}`}
                onClick={() => {
                  onPick(id)
                  setWords('')
                }}
              >
                Choose
              </Button>
            </li>
          )
        })}
      </ul>
      {found.length > SHOWN ? <p className="text-xs text-muted">{found.length - SHOWN} more: type a name.</p> : null}
    </div>
  )
}

/** Small letters without accents. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
