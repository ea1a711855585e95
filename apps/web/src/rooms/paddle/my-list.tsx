'use client'

import { type AuctionState, currencyDigits, LAKH, type PlayerId } from '@gavel/auction'
import { Button, EmptyState, Field, Input, Money, TeamChip } from '@gavel/ui'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import type { Directory } from '../directory.ts'
import type { MyList as List } from './use-my-list.ts'

type MyListProps = {
  auction: AuctionState
  directory: Directory
  list: List
  onPut: (player: PlayerId, maximum: number | null) => void
}

/** Players this owner wants, each with the most to pay. */
export function MyList({ auction, directory, list, onPut }: MyListProps) {
  const players = Object.entries(list).sort(([, one], [, other]) => other - one)
  return (
    <div className="grid gap-4">
      <AddToList auction={auction} directory={directory} onPut={onPut} />
      {players.length === 0 ? (
        <EmptyState
          title="Your list is empty"
          words="Name the players you want and the most you would pay. It stays on this device, and while one of them is up, the paddle reminds you."
        />
      ) : (
        <ul className="text-sm">
          {players.map(([id, maximum]) => {
            const status = auction.players[id]?.status
            const buyer = status?.is === 'sold' || status?.is === 'retained' ? directory.team(status.team) : null
            return (
              <li key={id} className="flex min-h-11 items-center gap-3 border-b last:border-b-0">
                <span className="min-w-0 flex-1">{directory.player(id).name}</span>
                {buyer ? <TeamChip size="sm" shortName={buyer.short} name={buyer.name} colour={buyer.colour} /> : null}
                {status?.is === 'unsold' ? <span className="text-muted">unsold</span> : null}
                <Money amount={maximum} currency={auction.rules.currency} style="short" className="font-semibold" />
                <Button
                  look="quiet"
                  size="icon"
                  aria-label={`Take ${directory.player(id).name} off the list`}
                  onClick={() => onPut(id, null)}
                >
                  <X aria-hidden className="size-4" />
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

type AddProps = Pick<MyListProps, 'auction' | 'directory' | 'onPut'>

function AddToList({ auction, directory, onPut }: AddProps) {
  const [name, setName] = useState('')
  const [price, setPrice] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const options = useId()
  const { currency } = auction.rules
  const unit = currency === 'INR' ? LAKH : 10 ** currencyDigits(currency)
  const open = Object.values(auction.players).filter(({ status }) => status.is === 'waiting' || status.is === 'unsold')

  function add() {
    const player = open.find(({ id }) => directory.player(id).name.toLowerCase() === name.trim().toLowerCase())
    const maximum = Math.round(Number(price) * unit)
    if (!player) return setError('Choose a player who is still to be sold.')
    if (!Number.isSafeInteger(maximum) || maximum <= 0) return setError('Say the most you would pay.')
    onPut(player.id, maximum)
    setName('')
    setPrice('')
    setError(undefined)
  }

  return (
    <form
      className="grid grid-cols-[1fr_7rem] items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Field label="Player">
        {(control) => (
          <Input
            {...control}
            list={options}
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={currency === 'INR' ? 'Most, in lakh' : `Most, in ${currency}`}>
        {(control) => (
          <Input {...control} inputMode="decimal" value={price} onChange={(event) => setPrice(event.target.value)} />
        )}
      </Field>
      <datalist id={options}>
        {open.map(({ id }) => (
          <option key={id} value={directory.player(id).name} />
        ))}
      </datalist>
      {error ? (
        <p role="alert" className="col-span-2 text-sm text-bad">
          {error}
        </p>
      ) : null}
      <Button type="submit" className="col-span-2">
        Put on my list
      </Button>
    </form>
  )
}
