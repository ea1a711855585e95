'use client'

import type { Amount, AuctionState, Lot, LotStage, TeamId } from '@gavel/auction'
import type { TeamAct } from '@gavel/protocol'
import { Button, Field, formatMoney, HoldButton, Input } from '@gavel/ui'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { amountTyped } from '../amount-typed.ts'
import type { Directory } from '../directory.ts'
import { MoneyField } from '../money-field.tsx'
import { ActLine } from './act-line.tsx'
import { whyNotAct } from './asks.ts'
import { codeSaid, type Seal, secretFrom } from './seals.ts'
import { useMoment } from './use-act.ts'
import type { Seals } from './use-seals.ts'

type Sealing = Extract<LotStage, { is: 'sealing' | 'revealing' }>

/** A seal at either stage: without an amount while they are sealed. */
type Mine = { commitment: string | null; amount?: Amount | null }

type SealPadProps = {
  auction: AuctionState
  directory: Directory
  lot: Lot
  stage: Sealing
  team: TeamId
  off: string | null
  offsetMs: number
  seals: Seals
}

/** Anything that would be refused for what it is, not for what is in it. */
const ANY_COMMITMENT = '0'.repeat(64)

/** A team's own sealed amount: to make it, to keep its code, and to reveal it from another device. */
export function SealPad(props: SealPadProps) {
  const { stage, lot, team, directory, auction } = props
  const mine: Mine | undefined = stage.seals.find((one) => one.team === team)
  const player = directory.player(lot.player).name
  const { currency } = auction.rules
  if (!mine) return null
  const commitment = mine.commitment
  const known = commitment === null ? null : props.seals.behind(lot.lot, stage.round, commitment)
  return (
    <section aria-label="Your sealed amount" className="grid min-h-[31dvh] content-start gap-3 @5xl:min-h-72">
      {stage.is === 'sealing' && commitment === null ? (
        <SealForm {...props} key={stage.round} player={player} />
      ) : stage.is === 'sealing' ? (
        <>
          <p role="alert" className="flex items-center gap-2 text-lg font-bold">
            <LockKeyhole aria-hidden className="size-5 shrink-0" />
            {known ? `Sealed: ${formatMoney(known.amount, currency)}` : 'Sealed on another device of your team'}
          </p>
          {known ? <RecoveryCode secret={known.secret} /> : <p>It reveals there, or here with its code.</p>}
        </>
      ) : mine.amount != null ? (
        <p role="alert" className="text-lg font-bold">
          Revealed: {formatMoney(mine.amount, currency)}
        </p>
      ) : known ? (
        <Revealing {...props} seal={known} />
      ) : (
        <RevealForm {...props} commitment={commitment ?? ''} />
      )}
    </section>
  )
}

function RecoveryCode({ secret }: { secret: string }) {
  return (
    <>
      <p>
        This page reveals it by itself once all amounts are in: keep it open. If this device fails, the amount and this
        code reveal it from any other.
      </p>
      <p className="grid gap-1">
        <span className="text-sm text-muted">Recovery code</span>
        <output aria-label="Recovery code" className="text-xl font-bold tracking-wide break-words tabular-nums">
          {codeSaid(secret)}
        </output>
      </p>
    </>
  )
}

function SealForm({ auction, lot, stage, team, off, offsetMs, seals, player }: SealPadProps & { player: string }) {
  const [typed, setTyped] = useState('')
  const { moment, settle } = useMoment()
  const { currency } = auction.rules
  const amount = amountTyped(typed, currency)
  const at = 'seal'
  const act: TeamAct = { type: 'SealAmount', lot: lot.lot, round: stage.round, commitment: ANY_COMMITMENT }
  const reason =
    off ??
    whyNotAct(auction, team, act, Date.now() + offsetMs) ??
    (moment.is === 'sent' ? 'Sending' : amount === null ? 'Type the amount first' : null)

  async function seal() {
    if (amount === null) return
    await settle(at, seals.seal(lot.lot, stage.round, amount))
  }

  return (
    <>
      <p role="alert" className="text-lg font-bold text-balance">
        Seal one amount for {player}
      </p>
      <MoneyField
        label="Amount"
        hint="Paid to the league on top of the price, not out of your purse. Once sealed it cannot be changed."
        currency={currency}
        typed={typed}
        onType={setTyped}
      />
      <HoldButton
        look="primary"
        size="lg"
        again="Press again to seal"
        className="w-full"
        disabledReason={reason}
        onConfirm={() => void seal()}
      >
        {amount === null ? 'Seal an amount' : `Seal ${formatMoney(amount, currency)}`}
      </HoldButton>
      <ActLine moment={moment} at={at} done="Sealed" />
    </>
  )
}

function Revealing({ auction, lot, stage, seals, seal, off }: SealPadProps & { seal: Seal }) {
  const { moment, settle } = useMoment()
  const at = 'reveal'
  async function reveal() {
    await settle(at, seals.reveal(lot.lot, stage.round, seal))
  }
  return (
    <>
      <p role="alert" className="text-lg font-bold">
        Revealing {formatMoney(seal.amount, auction.rules.currency)}
      </p>
      <Button wide disabledReason={off} busy={moment.is === 'sent'} onClick={() => void reveal()}>
        Reveal it now
      </Button>
      <ActLine moment={moment} at={at} done="Revealed" />
    </>
  )
}

function RevealForm({ auction, lot, stage, seals, off, commitment }: SealPadProps & { commitment: string }) {
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const { moment, settle } = useMoment()
  const at = 'reveal'

  async function reveal() {
    const amount = amountTyped(typed, auction.rules.currency)
    const secret = secretFrom(code)
    if (amount === null) return setError('Type the amount that was sealed.')
    if (secret === null) return setError('The code has 16 letters and digits.')
    if (!seals.fits(lot.lot, stage.round, { amount, secret }, commitment))
      return setError('That amount and that code are not the ones that were sealed.')
    setError(undefined)
    await settle(at, seals.reveal(lot.lot, stage.round, { amount, secret }))
  }

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void reveal()
      }}
    >
      <p role="alert" className="text-lg font-bold text-balance">
        Reveal your team’s amount, or it is no offer
      </p>
      <p className="text-muted">It was sealed on another device, which reveals it by itself while it is open.</p>
      <MoneyField label="Amount that was sealed" currency={auction.rules.currency} typed={typed} onType={setTyped} />
      <Field label="Recovery code" error={error}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" size="lg" wide disabledReason={off} busy={moment.is === 'sent'}>
        Reveal
      </Button>
      <ActLine moment={moment} at={at} done="Revealed" />
    </form>
  )
}
