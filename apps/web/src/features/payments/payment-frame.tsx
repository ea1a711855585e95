import type { PaymentView } from '@gavel/api'
import { moneyWords } from '@gavel/payments'
import { Badge } from '@gavel/ui'
import type { ReactNode } from 'react'
import { badgeOf } from './stands.ts'

/** One column for everything about one payment. */
export function PaymentMain({ children }: { children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-xl grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-8 pb-16 sm:px-6 sm:pt-12 print:max-w-none print:p-0"
    >
      {children}
    </main>
  )
}

/** The amount as a figure of the scoreboard, with how it stands beside it. */
export function Amount({ view: { money, stage } }: { view: PaymentView }) {
  const { tone, words } = badgeOf(stage)
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="text-2xl font-bold [overflow-wrap:anywhere] tabular-nums sm:text-3xl">{moneyWords(money)}</span>
      <Badge tone={tone}>{words}</Badge>
    </p>
  )
}
