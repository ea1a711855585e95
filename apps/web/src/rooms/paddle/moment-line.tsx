import { cn, formatMoney } from '@gavel/ui'
import { ChevronsUp, CircleAlert, CircleCheck, CircleHelp, Send, Star, TriangleAlert } from 'lucide-react'
import type { BidMoment } from '../use-bid.ts'

type MomentLineProps = {
  moment: BidMoment
  currency: string
  /** Who took the lead after our bid was accepted; null while it still leads. */
  outbidBy: string | null
  /** The most that the owner's own list says for this player, and the next price; null where there is none. */
  maximum: number | null
  next: number | null
}

/** What became of the last bid, right above the button. It keeps its height, so the button never moves. */
export function MomentLine({ moment, currency, outbidBy, maximum, next }: MomentLineProps) {
  const said =
    moment.is === 'accepted' && outbidBy
      ? { Icon: ChevronsUp, tone: 'text-warn', words: `Outbid: ${outbidBy} lead` }
      : (say(moment, currency) ?? remind(maximum, next, currency))
  return (
    <p
      role="status"
      className={cn('flex min-w-32 flex-1 items-center gap-2 text-sm leading-tight font-semibold', said?.tone)}
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

/** What the owner's own list says, while nothing else has to be said. */
function remind(maximum: number | null, next: number | null, currency: string) {
  if (maximum === null || next === null) return null
  const most = formatMoney(maximum, currency)
  return next > maximum
    ? { Icon: TriangleAlert, tone: 'text-warn', words: `Over your own maximum of ${most}` }
    : { Icon: Star, tone: 'text-muted', words: `On your list, up to ${most}` }
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
