'use client'

import type { AuctionState, PlayerId } from '@gavel/auction'
import { Tab, TabList, TabPanel, Tabs } from '@gavel/ui'
import type { ReactNode } from 'react'
import { OrderList, type OrderListProps } from './order-list.tsx'
import { UnsoldList } from './unsold-list.tsx'

export type OrderTab = 'order' | 'unsold' | 'names' | 'notes'

type RunningOrderProps = OrderListProps & {
  tab: OrderTab
  onTab: (tab: OrderTab) => void
  onRecall: (players: PlayerId[], base: number | null) => void
  names: ReactNode
  notes: ReactNode
}

/** The left of the desk: who is to come, who is unsold, the teams' names, and the auctioneer's notes. */
export function RunningOrder({ tab, onTab, onRecall, names, notes, ...order }: RunningOrderProps) {
  const unsold = unsoldOf(order.auction)
  return (
    <section aria-label="Running order" className="flex min-h-0 flex-1 flex-col">
      <Tabs value={tab} onValueChange={(to) => onTab(to as OrderTab)} className="flex min-h-0 flex-1 flex-col">
        <TabList aria-label="Players" className="*:px-2.5">
          <Tab value="order">Order</Tab>
          <Tab value="unsold">Unsold {unsold.length > 0 ? unsold.length : ''}</Tab>
          <Tab value="names">Names</Tab>
          <Tab value="notes">Notes</Tab>
        </TabList>
        <TabPanel value="order" className="flex min-h-0 flex-1 flex-col gap-2 pt-2 data-[state=inactive]:hidden">
          <OrderList {...order} />
        </TabPanel>
        <TabPanel value="unsold" className={SCROLLED}>
          <UnsoldList
            auction={order.auction}
            directory={order.directory}
            unsold={unsold}
            off={order.off}
            onRecall={onRecall}
          />
        </TabPanel>
        <TabPanel value="names" className={SCROLLED}>
          {names}
        </TabPanel>
        <TabPanel value="notes" className={SCROLLED}>
          {notes}
        </TabPanel>
      </Tabs>
    </section>
  )
}

const SCROLLED = 'grid min-h-0 flex-1 content-start gap-2 overflow-y-auto p-1 pt-2 data-[state=inactive]:hidden'

const unsoldOf = ({ players }: AuctionState): PlayerId[] =>
  Object.values(players).flatMap(({ id, status }) => (status.is === 'unsold' ? [id] : []))
