'use client'

import type { TeamId } from '@gavel/auction'
import { Button, cn, HoldButton } from '@gavel/ui'
import { CircleAlert, CircleCheck, CircleHelp, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { ACTIONS, type ActionName, type ConsoleActions } from './actions.ts'
import type { DeskAnswer } from './use-desk.ts'

type ActionPadProps = {
  actions: ConsoleActions
  paused: boolean
  scheduled: boolean
  /** What would be opened next, for the face of the button. */
  nextName: string | null
  /** The team in the hall that is asked something, with the name it is called by. */
  asked: { team: TeamId; name: string } | null
  run: (name: ActionName) => void
  /** Hands the page each hold button's press, so that its key drives it. */
  bind: (key: string) => (press: () => void) => () => void
  answer: DeskAnswer | null
}

/** Four in a row where every word and its key fit, else two. */
const ROW =
  'grid gap-2 @min-[15rem]:grid-cols-2 *:min-w-0 *:gap-1.5 *:px-1.5 *:text-sm @min-[31rem]:grid-cols-4 @min-[45rem]:*:text-base'

/** The auctioneer's keys, as buttons. What cannot be taken back needs its key twice, or a hold. */
export function ActionPad({ actions, paused, scheduled, nextName, asked, run, bind, answer }: ActionPadProps) {
  const button = (name: ActionName, more: Partial<DeskButtonProps> = {}) => (
    <DeskButton name={name} actions={actions} run={run} bind={bind} {...more} />
  )
  return (
    <section aria-label="Controls" className="@container grid gap-2">
      <AnswerLine answer={answer} nextName={nextName} />
      {scheduled ? button('start', { look: 'primary', size: 'lg' }) : null}
      <div className={ROW}>
        {button('open', { look: 'primary', size: 'lg' })}
        {button('once', { size: 'lg' })}
        {button('twice', { size: 'lg' })}
        {button('hammer', { look: 'ink', size: 'lg' })}
      </div>
      <div className={ROW}>
        {button('next', { title: nextName })}
        {button('unsold', { look: 'plain' })}
        {/* The hammer that fell, or the bid that came: whichever of the two can be taken back. */}
        {actions.reopen.command && !actions.undo.command ? button('reopen') : button('undo')}
        {button(paused ? 'resume' : 'pause')}
      </div>
      {asked ? (
        <div className="grid gap-2 @min-[24rem]:grid-cols-2 *:min-w-0">
          {button('yes', { look: 'primary', face: `Yes for ${asked.name}` })}
          {button('no', { look: 'plain', face: `No for ${asked.name}` })}
        </div>
      ) : null}
    </section>
  )
}

type Look = 'primary' | 'plain' | 'ink' | 'danger'
type DeskButtonProps = Pick<ActionPadProps, 'actions' | 'run' | 'bind'> & {
  name: ActionName
  look?: Look
  size?: 'sm' | 'md' | 'lg'
  /** In place of the face that the table has. */
  face?: ReactNode
  title?: string | null
  className?: string
}

/** One action of the table as a button: its face, its key, and why it is off. */
export function DeskButton({ name, actions, run, bind, look, size = 'md', face, title, className }: DeskButtonProps) {
  const { key, face: usual, twice } = ACTIONS[name]
  const { reason } = actions[name]
  const off = reason ? { disabledReason: reason } : {}
  const words = (
    <span className="truncate" title={title ?? undefined}>
      {face ?? usual}
    </span>
  )
  if (!twice)
    return (
      <Button
        {...(look ? { look } : {})}
        size={size}
        kbd={key.toUpperCase()}
        onClick={() => run(name)}
        className={cn(className)}
        {...off}
      >
        {words}
      </Button>
    )
  return (
    <HoldButton
      {...(look ? { look } : {})}
      size={size}
      kbd={key.toUpperCase()}
      again="Again"
      onConfirm={() => run(name)}
      bindPress={bind(key)}
      className={cn(className)}
      {...off}
    >
      {words}
    </HoldButton>
  )
}

const ICONS = { sent: Send, accepted: CircleCheck, refused: CircleAlert, unknown: CircleHelp } as const
const TONES = { sent: 'text-muted', accepted: 'text-good', refused: 'text-bad', unknown: 'text-warn' } as const

/** What became of the last command; before the first one, who comes next. */
function AnswerLine({ answer, nextName }: { answer: DeskAnswer | null; nextName: string | null }) {
  const Icon = answer ? ICONS[answer.is] : null
  return (
    <p
      role="status"
      className={cn('flex min-h-6 items-center gap-2 text-sm font-semibold', answer ? TONES[answer.is] : 'text-muted')}
    >
      {Icon ? <Icon aria-hidden className="size-4 shrink-0" /> : null}
      {answer ? answer.words : nextName ? `Next: ${nextName}` : null}
    </p>
  )
}
