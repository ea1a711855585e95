'use client'

import { purseLeft } from '@gavel/auction'
import type { TeamAct } from '@gavel/protocol'
import { Button, cn, formatMoney, HoldButton } from '@gavel/ui'
import { ActLine } from './act-line.tsx'
import { type Ask, whyNotAct } from './asks.ts'
import { cardsSaid } from './drama.ts'
import type { PadProps } from './pad.tsx'
import { RaisePad } from './raise-pad.tsx'

/** Questions that are answered by a yes, a no or a price; sealed amounts have a pad of their own. */
type Question = Exclude<Ask, { is: 'seal' | 'reveal' }>

/** What tells one question from the next. */
export const askKey = (ask: Ask): string => `${ask.lot}-${ask.is}-${'round' in ask ? ask.round : ''}`

/** One question to a team, with its answers as buttons. What cannot be taken back needs two presses, or a hold. */
export function AnswerPad({
  ask,
  auction,
  directory,
  team,
  floorTeam,
  off,
  offsetMs,
  moment,
  onAct,
}: PadProps & { ask: Question }) {
  const { currency } = auction.rules
  const at = askKey(ask)
  const busy = moment.is === 'sent' && moment.at === at
  const own = floorTeam === null
  const player = directory.player(ask.player).name
  const money = formatMoney(ask.amount, currency)
  const whyNot = (act: TeamAct) => off ?? whyNotAct(auction, team, act, Date.now() + offsetMs)
  const say = (act: TeamAct) => void onAct(at, act)
  const size = own ? 'lg' : 'md'
  const big = own ? 'min-h-20 flex-col gap-0! text-lg' : ''
  const mine = auction.teams[team]
  const left = mine ? `${formatMoney(Math.max(0, purseLeft(mine) - ask.amount), currency)} left after it` : null

  const yes = (label: string, act: TeamAct, more: string | null) => {
    const reason = whyNot(act)
    return (
      <Button
        look="primary"
        size={size}
        wide
        busy={busy}
        className={big}
        showReason={own}
        disabledReason={reason}
        onClick={() => say(act)}
      >
        <span>{label}</span>
        {own && more ? <span className="text-sm font-normal tabular-nums">{more}</span> : null}
      </Button>
    )
  }
  const no = (label: string, act: TeamAct) => (
    <HoldButton
      look="plain"
      size={size}
      again="Press again"
      className="w-full"
      disabledReason={whyNot(act)}
      onConfirm={() => say(act)}
    >
      {label}
    </HoldButton>
  )

  return (
    <section
      aria-label={own ? 'Your team is asked' : `Answer for ${directory.team(team).name}`}
      className={cn('grid content-start gap-2', own && 'min-h-[31dvh] @5xl:min-h-72')}
    >
      {own ? (
        <p role="alert" className="text-lg font-bold text-balance">
          {question(ask, player, money)}
        </p>
      ) : null}
      {ask.is === 'claim' ? (
        <>
          {ask.terms.length === 0
            ? yes(
                `Match ${money}`,
                { type: 'ClaimMatch', lot: ask.lot, term: null, floorTeam },
                [cardsSaid(ask.cards), left].filter(Boolean).join(' · '),
              )
            : ask.terms.map((term) => (
                <div key={term}>
                  {yes(`Match ${money}: ${term}`, { type: 'ClaimMatch', lot: ask.lot, term, floorTeam }, left)}
                </div>
              ))}
          {no('Do not match', { type: 'DeclineMatch', lot: ask.lot, floorTeam })}
        </>
      ) : null}
      {ask.is === 'raise' ? (
        <RaisePad
          key={at}
          ask={ask}
          currency={currency}
          own={own}
          busy={busy}
          whyNot={(amount) => whyNot({ type: 'RaiseMatch', lot: ask.lot, amount, floorTeam })}
          onRaise={(amount) => say({ type: 'RaiseMatch', lot: ask.lot, amount, floorTeam })}
        />
      ) : null}
      {ask.is === 'keep' ? (
        <>
          {yes(`Match ${money}`, { type: 'KeepMatch', lot: ask.lot, floorTeam }, left)}
          {no('Let the player go', { type: 'DeclineMatch', lot: ask.lot, floorTeam })}
        </>
      ) : null}
      {ask.is === 'join' ? (
        <>
          {yes(
            `Join at ${money}`,
            { type: 'JoinTieBreak', lot: ask.lot, joins: true, floorTeam },
            'then one sealed amount decides',
          )}
          {no('Stay out', { type: 'JoinTieBreak', lot: ask.lot, joins: false, floorTeam })}
        </>
      ) : null}
      <ActLine moment={moment} at={at} done="Your answer counts" />
    </section>
  )
}

function question(ask: Question, player: string, money: string): string {
  switch (ask.is) {
    case 'claim':
      return `Use your right to match for ${player} at ${money}?`
    case 'raise':
      return `Your right to ${player} is contested: raise once, or stay at ${money}?`
    case 'keep':
      return `The price was raised. Match ${money} for ${player}?`
    case 'join':
      return `Tie-break: also offer ${money} for ${player}?`
    default:
      return ask satisfies never
  }
}
