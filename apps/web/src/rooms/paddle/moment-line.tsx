import { cn, formatMoney } from '@gavel/ui'
import { ChevronsUp, CircleAlert, CircleCheck, CircleHelp, Send } from 'lucide-react'
import type { BidMoment } from '../use-bid.ts'

type MomentLineProps = {
  moment: BidMoment
  currency: string
  /** Who took the lead after our bid was accepted; null while it still leads. */
  outbidBy: string | null
}

/** What became of the last bid, right above the button. It keeps its height, so the button never moves. */
export function MomentLine({ moment, currency, outbidBy }: MomentLineProps) {
  const said =
    moment.is === 'accepted' && outbidBy
      ? { Icon: ChevronsUp, tone: 'text-warn', words: `Outbid: ${outbidBy} lead` }
      : say(moment, currency)
  return (
    <p
      role="status"
      className={cn('flex min-w-0 flex-1 items-center gap-2 text-sm leading-tight font-semibold', said?.tone)}
    >
      {said ? (
        <>
          <said.Icon aria-hidden className="size-4 shrink-0" />
          {said.words}
        </>
      ) : null}
    </p>
  )
}

function say(moment: BidMoment, currency: string) {
  switch (moment.is) {
    case 'none':
      return null
    case 'sent':
      return { Icon: Send, tone: 'text-muted', words: `${formatMoney(moment.amount, currency)} sent` }
    case 'accepted':
      return { Icon: CircleCheck, tone: 'text-good', words: `${formatMoney(moment.amount, currency)} accepted` }
    case 'refused':
      return { Icon: CircleAlert, tone: 'text-bad', words: moment.words }
    case 'unknown':
      return { Icon: CircleHelp, tone: 'text-warn', words: moment.words }
    default:
      return moment satisfies never
  }
}
