import { cn } from '@gavel/ui'
import { CircleAlert, CircleCheck, CircleHelp, Send } from 'lucide-react'
import type { ActMoment } from './use-act.ts'

const ICONS = { sent: Send, accepted: CircleCheck, refused: CircleAlert, unknown: CircleHelp } as const
const TONES = { sent: 'text-muted', accepted: 'text-good', refused: 'text-bad', unknown: 'text-warn' } as const

type ActLineProps = { moment: ActMoment; at: string; done?: string; className?: string }

/** What became of the answer to one question. It keeps its height. */
export function ActLine({ moment, at, done = 'Done', className }: ActLineProps) {
  const mine = moment.is !== 'none' && moment.at === at ? moment : null
  const Icon = mine ? ICONS[mine.is] : null
  return (
    <p
      role="status"
      className={cn('flex min-h-6 items-center gap-2 text-sm font-semibold', mine && TONES[mine.is], className)}
    >
      {mine && Icon ? (
        <>
          <Icon aria-hidden className="size-4 shrink-0" />
          {mine.is === 'sent' ? 'Sending' : mine.is === 'accepted' ? done : mine.words}
        </>
      ) : null}
    </p>
  )
}
