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

/** The auctioneer's keys, as buttons. What cannot be taken back needs its key twice, or a hold. */
export function ActionPad({ actions, paused, scheduled, nextName, run, bind, answer }: ActionPadProps) {
  const off = (name: ActionName) => (actions[name].reason ? { disabledReason: actions[name].reason } : {})
  return (
    <section aria-label="Controls" className="grid gap-2">
      {scheduled ? (
        <HoldButton
          look="primary"
          size="lg"
          kbd="S"
          again="Again: start"
          onConfirm={() => run('start')}
          bindPress={bind('s')}
          {...off('start')}
        >
          Start the auction
        </HoldButton>
      ) : null}
      <div className="grid grid-cols-2 gap-2 xl:grid-cols-4 *:gap-1.5 *:px-2 *:text-sm 2xl:*:text-base">
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
          again="Again: sold"
          onConfirm={() => run('hammer')}
          bindPress={bind('h')}
          {...off('hammer')}
        >
          Hammer
        </HoldButton>
      </div>
      <div className="grid grid-cols-2 gap-2 xl:grid-cols-4 *:gap-1.5 *:px-2 *:text-sm 2xl:*:text-base">
        <Button kbd="N" onClick={() => run('next')} {...off('next')}>
          <span className="truncate" title={nextName ?? undefined}>
            Next
          </span>
        </Button>
        <HoldButton
          look="plain"
          kbd="U"
          again="Again: unsold"
          onConfirm={() => run('unsold')}
          bindPress={bind('u')}
          {...off('unsold')}
        >
          Unsold
        </HoldButton>
        <HoldButton kbd="Z" again="Again: undo" onConfirm={() => run('undo')} bindPress={bind('z')} {...off('undo')}>
          Undo bid
        </HoldButton>
        <Button kbd="P" onClick={() => run('pause')} {...off('pause')}>
          {paused ? 'Resume' : 'Pause'}
        </Button>
      </div>
      <AnswerLine answer={answer} />
    </section>
  )
}

const ICONS = { sent: Send, accepted: CircleCheck, refused: CircleAlert, unknown: CircleHelp } as const
const TONES = { sent: 'text-muted', accepted: 'text-good', refused: 'text-bad', unknown: 'text-warn' } as const

function AnswerLine({ answer }: { answer: DeskAnswer | null }) {
  const Icon = answer ? ICONS[answer.is] : null
  return (
    <p
      role="status"
      className={cn('flex min-h-7 items-center gap-2 text-sm font-semibold', answer && TONES[answer.is])}
    >
      {Icon ? <Icon aria-hidden className="size-4 shrink-0" /> : null}
      {answer?.words}
    </p>
  )
}
