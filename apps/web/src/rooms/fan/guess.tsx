'use client'

import type { AuctionState } from '@gavel/auction'
import type { FanReply, GuessesMessage } from '@gavel/protocol'
import { Button, Field, formatMoney, Input } from '@gavel/ui'
import { type FormEvent, useEffect, useState } from 'react'
import { amountTyped, typedIn } from '../amount-typed.ts'

type GuessProps = {
  auction: AuctionState
  /** How the last lot's guesses turned out. */
  outcome: GuessesMessage | null
  guess: (given: { lot: number; amount: number; name: string }) => Promise<FanReply>
  /** Why nobody can guess now. */
  off: string | null
  /** The room shows the past, so a guess may come too late without looking so. */
  late: boolean
}

/** The name is kept in this browser alone. */
const NAME_KEY = 'gavel.fan-name'
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’-]{0,23}$/u

type Mine = { lot: number; amount: number | null }

/** Guess the price before the first call; who comes closest is told when the hammer has fallen. */
export function Guess({ auction, outcome, guess, off, late }: GuessProps) {
  const { currency } = auction.rules
  const lot = auction.lot?.lot ?? null
  const [mine, setMine] = useState<Mine | null>(null)
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<{ name?: string; amount?: string }>({})
  useEffect(() => setName(window.localStorage.getItem(NAME_KEY) ?? ''), [])
  const closed = closedWords(auction, off)

  if (lot !== null && mine?.lot === lot)
    return (
      <p role="status" className="min-h-12 py-2 text-sm">
        {mine.amount === null ? (
          'You have guessed already. '
        ) : (
          <>
            Your guess: <span className="font-semibold">{formatMoney(mine.amount, currency)}</span>.{' '}
          </>
        )}
        <span className="text-muted">Who came closest is told when the hammer has fallen.</span>
      </p>
    )
  if (closed !== null || lot === null)
    return (
      <Outcome
        outcome={outcome}
        currency={currency}
        otherwise={closed}
        tooLate={mine?.lot === outcome?.lot && mine?.amount != null}
      />
    )

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const amount = amountTyped(text, currency)
    const found = {
      ...(NAME.test(name.trim()) ? {} : { name: 'Up to 24 letters, digits and spaces.' }),
      ...(amount === null ? { amount: `A price in ${typedIn(currency)}.` } : {}),
    }
    setWrong(found)
    if (amount === null || 'name' in found) return
    const said = await guess({ lot, amount, name: name.trim() })
    if (said.ok || said.code === 'GUESSED') {
      window.localStorage.setItem(NAME_KEY, name.trim())
      setMine({ lot, amount: said.ok ? amount : null })
      setText('')
    } else setWrong({ amount: said.words })
  }
  return (
    <form aria-label="Guess the price" onSubmit={submit} className="grid gap-3">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8rem,100%),1fr))] items-start gap-3">
        <Field label="Your name" error={wrong.name}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={24}
              autoComplete="nickname"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={`Sold for (${typedIn(currency)})`} error={wrong.amount}>
          {(control) => (
            <Input {...control} value={text} inputMode="decimal" onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
      </div>
      <Button type="submit" wide>
        Guess the price
      </Button>
      {late ? (
        <p className="text-sm text-muted">A guess counts when it is there before the first call in the hall.</p>
      ) : null}
    </form>
  )
}

/** Why the player who is up cannot be guessed, or null. The server closes guesses with the first call. */
function closedWords({ lot }: AuctionState, off: string | null): string | null {
  if (off) return off
  if (!lot) return 'The next player opens the next guess.'
  if (lot.going > 0 || lot.stage.is !== 'bidding') return 'Guesses closed with the first call.'
  return null
}

type OutcomeProps = {
  outcome: GuessesMessage | null
  currency: string
  otherwise: string | null
  /** The viewer guessed this lot too, so without a place the guess did not count. */
  tooLate: boolean
}

function Outcome({ outcome, currency, otherwise, tooLate }: OutcomeProps) {
  if (!outcome) return <p className="min-h-12 py-2 text-sm text-muted">{otherwise}</p>
  const { best, count, lot, price, yours } = outcome
  return (
    <section aria-label="Guesses" className="grid gap-1 text-sm">
      <p role="status">
        {price === null
          ? `Lot ${lot} went unsold, so nobody guessed it.`
          : `Lot ${lot} fetched ${formatMoney(price, currency)}; ${count === 1 ? 'one person' : `${count.toLocaleString('en-IN')} people`} guessed.`}
        {yours ? <span className="font-semibold"> You came {ordinal(yours.place)}.</span> : null}
        {tooLate && !yours && price !== null
          ? ' Yours came after the first call in the hall, so it did not count.'
          : null}
      </p>
      <ol>
        {best.map(({ name, amount }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places of one message, which never move
          <li key={at} className="flex min-h-9 items-center gap-3 border-b last:border-b-0">
            <span className="w-6 text-right text-muted tabular-nums">{at + 1}</span>
            <span className="min-w-0 flex-1 break-words">{name}</span>
            <span className="font-semibold tabular-nums">{formatMoney(amount, currency, 'short')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const RULES = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }
const ordinal = (place: number) => `${place}${ENDINGS[RULES.select(place)] ?? 'th'}`
