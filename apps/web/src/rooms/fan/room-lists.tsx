'use client'

import type { AuctionState } from '@gavel/auction'
import { Tab, TabList, TabPanel, Tabs } from '@gavel/ui'
import { memo } from 'react'
import type { Directory } from '../directory.ts'
import { SoldList } from './sold-list.tsx'
import { Squads } from './squads.tsx'
import { Upcoming } from './upcoming.tsx'

type RoomListsProps = { auction: AuctionState; directory: Directory; className?: string }

/** What of an auction comes first: who is to come before it, who was sold during it, the squads after it. */
const FIRST = { scheduled: 'next', running: 'sold', paused: 'sold', ended: 'squads' } as const

/** The lists below the board. A bid changes nothing in them, and an evening is made of bids: they are drawn anew when somebody is sold. */
export const RoomLists = memo(Lists, (was, is) => {
  const [before, now] = [was.auction, is.auction]
  return (
    was.directory === is.directory &&
    was.className === is.className &&
    before.players === now.players &&
    before.teams === now.teams &&
    before.sets === now.sets &&
    before.rules === now.rules &&
    before.phase.is === now.phase.is
  )
})

function Lists({ auction, directory, className }: RoomListsProps) {
  return (
    <Tabs defaultValue={FIRST[auction.phase.is]} {...(className ? { className } : {})}>
      <TabList aria-label="More of this auction">
        <Tab value="sold">Sold so far</Tab>
        <Tab value="squads">Squads</Tab>
        <Tab value="next">Upcoming sets</Tab>
      </TabList>
      <TabPanel value="sold">
        <SoldList auction={auction} directory={directory} />
      </TabPanel>
      <TabPanel value="squads">
        <Squads auction={auction} directory={directory} />
      </TabPanel>
      <TabPanel value="next">
        <Upcoming auction={auction} directory={directory} />
      </TabPanel>
    </Tabs>
  )
}
