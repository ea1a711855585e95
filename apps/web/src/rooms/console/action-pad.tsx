'use client'

import { Button, cn, HoldButton } from '@gavel/ui'
import { CircleAlert, CircleCheck, CircleHelp, Send } from 'lucide-react'
import type { ActionName, ConsoleActions } from './actions.ts'
import type { DeskAnswer } from './use-desk.ts'

type ActionPadProps = {
  actions: ConsoleActions
  paused: boolean
  scheduled: boolean
  /** What would be opened next, for the face of the button. */
  nextName: string | null
  run: (name: ActionName) => void
  /** Hands the page each hold button's press, so that its key drives it. */
  bind: (key: string) => (press: () => void) => () => void
  answer: DeskAnswer | null
}

/** Four in a row where every word and its key fit, else two. */
const ROW =
  'grid gap-2 @min-[15rem]:grid-cols-2 *:min-w-0 *:gap-1.5 *:px-1.5 *:text-sm @min-[31rem]:grid-cols-4 @min-[45rem]:*:text-base'

/** The auctioneer's keys, as buttons. What cannot be taken back needs its key twice, or a hold. */
export function ActionPad({ actions, paused, scheduled, nextName, run, bind, answer }: ActionPadProps) {
  const off = (name: ActionName) => (actions[name].reason ? { disabledReason: actions[name].reason } : {})
  return (
    <section aria-label="Controls" className="@container grid gap-2">
      <AnswerLine answer={answer} nextName={nextName} />
      {scheduled ? (
        <HoldButton
          look="primary"
          size="lg"
          kbd="S"
          again="Again"
          onConfirm={() => run('start')}
          bindPress={bind('s')}
          {...off('start')}
        >
          Start the auction
        </HoldButton>
      ) : null}
      <div className={ROW}>
        <Button look="primary" size="lg" kbd="O" onClick={() => run('open')} {...off('open')}>
          Open
        </Button>
        <Button size="lg" kbd="1" onClick={() => run('once')} {...off('once')}>
          Going once
        </Button>
        <Button size="lg" kbd="2" onClick={() => run('twice')} {...off('twice')}>
          Going twice
        </Button>
        <HoldButton
          look="ink"
          size="lg"
          kbd="H"
          again="Again"
          onConfirm={() => run('hammer')}
          bindPress={bind('h')}
          {...off('hammer')}
        >
          Hammer
        </HoldButton>
      </div>
      <div className={ROW}>
        <Button kbd="N" onClick={() => run('next')} {...off('next')}>
          <span className="truncate" title={nextName ?? undefined}>
            Next
          </span>
        </Button>
        <HoldButton
          look="plain"
          kbd="U"
          again="Again"
          onConfirm={() => run('unsold')}
          bindPress={bind('u')}
          {...off('unsold')}
        >
          Unsold
        </HoldButton>
        <HoldButton kbd="Z" again="Again" onConfirm={() => run('undo')} bindPress={bind('z')} {...off('undo')}>
          Undo bid
        </HoldButton>
        <Button kbd="P" onClick={() => run('pause')} {...off('pause')}>
          {paused ? 'Resume' : 'Pause'}
        </Button>
      </div>
    </section>
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
