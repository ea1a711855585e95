'use client'

import { type AuctionState, correctionRefusal, refusalWords } from '@gavel/auction'
import { Button, ErrorState, Field, formatMoney, Input, Select, Textarea, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { amountAsTyped, amountTyped, typedIn } from '../../rooms/amount-typed.ts'
import type { Directory } from '../../rooms/directory.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { Preview } from './preview.tsx'
import { type Corrected, correctionSaid } from './says.ts'

/** The choice of the list of teams that means no sale at all. */
const VOID = 'void'
const MOST_LETTERS = 300

type ProposeProps = { auction: AuctionState; directory: Directory; onDone: () => void }

/** Asks for a correction: which sale, what it should have been, and why. What it would have changed is shown before it is sent. */
export function ProposeCorrection({ auction, directory, onDone }: ProposeProps) {
  const [name, setName] = useState('')
  const [team, setTeam] = useState(VOID)
  const [price, setPrice] = useState('')
  const [reason, setReason] = useState('')
  const options = useId()
  const { currency } = auction.rules
  const sales = Object.values(auction.players).flatMap(({ id, status }) =>
    status.is === 'sold' ? [{ id, name: directory.player(id).name, sale: status }] : [],
  )
  const wanted = name.trim().toLowerCase()
  const chosen = sales.find((one) => one.name.toLowerCase() === wanted)
  const amount = amountTyped(price, currency)
  const corrected: Corrected | null =
    chosen === undefined
      ? null
      : team === VOID
        ? { playerId: chosen.id, to: null }
        : amount === null
          ? null
          : { playerId: chosen.id, to: { teamId: team, amount } }
  const shown = useDeferredValue(corrected)
  const refusal =
    corrected &&
    correctionRefusal(auction, {
      player: corrected.playerId,
      to: corrected.to && { team: corrected.to.teamId, amount: corrected.to.amount },
    })
  const why = chosen
    ? corrected === null
      ? 'Say what the price should have been'
      : refusal
        ? refusalWords(refusal, currency).replace(/\.$/, '')
        : reason.trim() === ''
          ? 'Say why'
          : null
    : 'Choose a player who was sold'

  const propose = useMutation(
    useTRPC().auction.proposeCorrection.mutationOptions({
      onSuccess: () => {
        toast.success('The correction waits for a second person', {
          description: 'Organisers and auctioneers are told.',
        })
        setName('')
        setTeam(VOID)
        setPrice('')
        setReason('')
        onDone()
      },
    }),
  )

  const choose = (typed: string) => {
    setName(typed)
    const sale = sales.find((one) => one.name.toLowerCase() === typed.trim().toLowerCase())?.sale
    if (sale) setPrice(amountAsTyped(sale.amount, currency))
  }
  return (
    <form
      aria-label="Ask for a correction"
      className="grid max-w-2xl gap-4 pt-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (corrected && !why) propose.mutate({ auctionId: auction.auctionId, ...corrected, reason: reason.trim() })
      }}
    >
      <Field
        label="Player"
        hint={
          chosen
            ? `Sold to ${directory.team(chosen.sale.team).name} for ${formatMoney(chosen.sale.amount, currency)}.`
            : 'Somebody who was sold in this auction.'
        }
      >
        {(control) => (
          <Input
            {...control}
            list={options}
            autoComplete="off"
            value={name}
            onChange={(event) => choose(event.target.value)}
          />
        )}
      </Field>
      <datalist id={options}>
        {sales.map(({ id, name: each }) => (
          <option key={id} value={each} />
        ))}
      </datalist>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Should have gone to">
          {(control) => (
            <Select {...control} value={team} onChange={(event) => setTeam(event.target.value)}>
              <option value={VOID}>Nobody: the sale is void</option>
              {Object.keys(auction.teams).map((id) => (
                <option key={id} value={id}>
                  {directory.team(id).name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {team === VOID ? null : (
          <Field label={`For, in ${typedIn(currency)}`}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={price}
                onChange={(event) => setPrice(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
      <Field label="Why" hint="Everybody reads it in the log.">
        {(control) => (
          <Textarea
            {...control}
            maxLength={MOST_LETTERS}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {shown ? (
        <div className="grid gap-2 rounded-card border bg-raised p-4">
          <p className="font-semibold text-balance">{correctionSaid(shown, auction, directory)}</p>
          <Preview corrected={shown} auction={auction} directory={directory} />
        </div>
      ) : null}
      {propose.error ? <ErrorState title="Nothing was asked" words={saidBy(propose.error)} /> : null}
      <Button type="submit" look="primary" busy={propose.isPending} disabledReason={why} className="justify-self-start">
        Ask for the correction
      </Button>
    </form>
  )
}
