'use client'

import type { AuctionState, PlayerId, TeamId } from '@gavel/auction'
import { Button, EmptyState, Field, FieldError, formatMoney, Input, Money, Section, TeamChip } from '@gavel/ui'
import { ArrowDown, ArrowUp, type LucideIcon, X } from 'lucide-react'
import { useId, useState } from 'react'
import { amountAsTyped, amountTyped, typedIn } from '../amount-typed.ts'
import type { Directory } from '../directory.ts'
import { MoneyField } from '../money-field.tsx'
import { standOf, type Wish, type Wishes } from '../wishes.ts'

type MyListProps = {
  auction: AuctionState
  directory: Directory
  team: TeamId
  list: Wishes
  onPut: (player: PlayerId, max: number | null) => void
  onMove: (player: PlayerId, by: 1 | -1, shown: readonly PlayerId[]) => void
}

/** Players this owner wants, the most wanted first, each with the most to pay. */
export function MyList({ auction, directory, team, list, onPut, onMove }: MyListProps) {
  const { open, gone, total, over } = standOf(auction, team, list)
  const { currency } = auction.rules
  const shown = open.map(({ player }) => player)
  return (
    <div className="grid gap-4">
      <AddToList auction={auction} directory={directory} onPut={onPut} />
      {list.length === 0 ? (
        <EmptyState
          title="Your list is empty"
          words="Name the players you want and the most you would pay. The list stays on this device; while one of them is up, the paddle reminds you."
        />
      ) : null}
      {open.length > 0 ? (
        <Section title="Still to be had" level={3}>
          <ol aria-label="Still to be had, the most wanted first" className="text-sm">
            {open.map((wish, at) => (
              <OpenWish
                key={wish.player}
                wish={wish}
                place={at + 1}
                auction={auction}
                directory={directory}
                onPut={onPut}
                {...(at > 0 ? { onUp: () => onMove(wish.player, -1, shown) } : {})}
                {...(at < open.length - 1 ? { onDown: () => onMove(wish.player, 1, shown) } : {})}
              />
            ))}
          </ol>
          <p className="pt-2 text-sm text-muted tabular-nums">
            Together {formatMoney(total, currency)}
            {over > 0
              ? `, ${formatMoney(over, currency)} more than you have left: the first ones come first.`
              : ' at the most.'}
          </p>
        </Section>
      ) : null}
      {gone.length > 0 ? (
        <Section title="Gone" level={3}>
          <ul className="text-sm">
            {gone.map(({ player, max }) => (
              <GoneWish
                key={player}
                player={player}
                max={max}
                auction={auction}
                directory={directory}
                mine={team}
                onPut={onPut}
              />
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

type OpenWishProps = Pick<MyListProps, 'auction' | 'directory' | 'onPut'> & {
  wish: Wish
  place: number
  onUp?: () => void
  onDown?: () => void
}

function OpenWish({ wish, place, auction, directory, onPut, onUp, onDown }: OpenWishProps) {
  const { name, role } = directory.player(wish.player)
  const { currency } = auction.rules
  const player = auction.players[wish.player]
  const facts = [
    role,
    player?.overseas ? 'overseas' : '',
    player ? `base ${formatMoney(player.base, currency, 'short')}` : '',
    player?.status.is === 'on_block' ? 'up now' : player?.status.is === 'unsold' ? 'unsold' : '',
  ]
  return (
    <li className="grid min-h-14 grid-cols-[1.5rem_minmax(0,1fr)] items-center sm:grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 gap-y-1 border-b py-1 last:border-b-0">
      <span className="text-muted tabular-nums">{place}</span>
      <span className="min-w-0">
        <span className="block font-semibold break-words">{name}</span>
        <span className="block text-xs text-muted">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="flex flex-wrap items-center max-sm:col-start-2">
        <MaximumField wish={wish} name={name} currency={currency} onPut={onPut} />
        <Tap says={`${name} up`} icon={ArrowUp} onTap={onUp} off={onUp ? null : 'The most wanted already'} />
        <Tap says={`${name} down`} icon={ArrowDown} onTap={onDown} off={onDown ? null : 'The last one already'} />
        <Tap says={`Take ${name} off the list`} icon={X} onTap={() => onPut(wish.player, null)} />
      </span>
    </li>
  )
}

type TapProps = { says: string; icon: LucideIcon; onTap: (() => void) | undefined; off?: string | null }

function Tap({ says, icon: Icon, onTap, off = null }: TapProps) {
  return (
    <Button look="quiet" size="icon" aria-label={says} onClick={onTap} disabledReason={off}>
      <Icon aria-hidden className="size-4" />
    </Button>
  )
}

type MaximumFieldProps = { wish: Wish; name: string; currency: string; onPut: MyListProps['onPut'] }

/** The maximum, to be changed in its place: what is no amount is put back as it was. */
function MaximumField({ wish, name, currency, onPut }: MaximumFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    const amount = typed === null ? null : amountTyped(typed, currency)
    if (amount !== null && amount !== wish.max) onPut(wish.player, amount)
    setTyped(null)
  }
  return (
    <Input
      aria-label={`Most for ${name}, in ${typedIn(currency)}`}
      title={formatMoney(wish.max, currency)}
      inputMode="decimal"
      className="w-24 shrink-0 px-2 text-right tabular-nums max-sm:mr-auto sm:w-20"
      value={typed ?? amountAsTyped(wish.max, currency)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}

type GoneWishProps = Pick<MyListProps, 'auction' | 'directory' | 'onPut'> & Wish & { mine: TeamId }

/** Who went, to whom, and at what price against the own maximum. */
function GoneWish({ player, max, auction, directory, mine, onPut }: GoneWishProps) {
  const { name } = directory.player(player)
  const status = auction.players[player]?.status
  const held = status?.is === 'sold' || status?.is === 'retained' ? status : null
  const buyer = held ? directory.team(held.team) : null
  const { currency } = auction.rules
  return (
    <li className="flex min-h-11 items-center gap-3 border-b last:border-b-0">
      <span className="min-w-0 flex-1 break-words">
        {name}
        {held && held.team !== mine && held.amount < max ? (
          <span className="block text-xs text-muted">below your {formatMoney(max, currency, 'short')}</span>
        ) : null}
      </span>
      {buyer ? <TeamChip size="sm" shortName={buyer.short} name={buyer.name} colour={buyer.colour} /> : null}
      {held ? (
        <Money amount={held.amount} currency={currency} style="short" className="font-semibold" />
      ) : (
        <span className="text-muted">withdrawn</span>
      )}
      <Tap says={`Take ${name} off the list`} icon={X} onTap={() => onPut(player, null)} />
    </li>
  )
}

type AddProps = Pick<MyListProps, 'auction' | 'directory' | 'onPut'>

function AddToList({ auction, directory, onPut }: AddProps) {
  const [name, setName] = useState('')
  const [price, setPrice] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const options = useId()
  const { currency } = auction.rules
  const open = Object.values(auction.players).filter(
    ({ status }) => status.is === 'waiting' || status.is === 'on_block' || status.is === 'unsold',
  )

  function add() {
    const player = open.find(({ id }) => directory.player(id).name.toLowerCase() === name.trim().toLowerCase())
    const max = amountTyped(price, currency)
    if (!player) return setError('Choose a player who is still to be sold.')
    if (max === null) return setError('Say the most you would pay.')
    onPut(player.id, max)
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
      <MoneyField label="Most" currency={currency} typed={price} onType={setPrice} />
      <datalist id={options}>
        {open.map(({ id }) => (
          <option key={id} value={directory.player(id).name} />
        ))}
      </datalist>
      <FieldError error={error} className="col-span-2" />
      <Button type="submit" className="col-span-2">
        Put on my list
      </Button>
    </form>
  )
}
