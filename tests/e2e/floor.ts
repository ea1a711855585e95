import { setTimeout as delay } from 'node:timers/promises'
import { type AuctionState, minimumBid, nextUp } from '@gavel/auction'
import { MESSAGES_PER_SECOND } from '@gavel/protocol'
import { connectRoom, type Outcome, type Room } from '@gavel/room'
import type { Page } from '@playwright/test'

/** The demo league's password; `npm start` prints it. */
const PASSWORD = 'gavel-demo-night'

/** The auctioneer's desk without a screen: raised hands and hammers, as fast as they are asked for. */
export type Floor = {
  room: Room
  state: () => AuctionState
  /** One act more: opens the next lot, takes a hand, or hammers. @returns false where nobody is left to be called */
  step: (bidsALot: number) => Promise<boolean>
  /** Plays until so many lots have ended. */
  play: (lots: number, bidsALot: number) => Promise<void>
  end: () => Promise<void>
  close: () => void
}

/** Sits down at the desk of an auction as the administrator of the demo league. `page`: any page of the site. */
export async function floorOf(page: Page, auctionId: string): Promise<Floor> {
  const { origin } = new URL(page.url())
  const signedIn = await page.request.post(`${origin}/api/token`, {
    data: { email: 'admin@gavel.test', password: PASSWORD },
  })
  const { token } = (await signedIn.json()) as { token: string }
  const realtimeUrl = process.env.GAVEL_E2E_REALTIME_URL ?? 'http://localhost:3001'
  const room = connectRoom({ auctionId, realtimeUrl, as: 'auctioneer', accessToken: async () => token })
  await new Promise<void>((resolve) => {
    const look = () => room.snapshot().status.is === 'live' && resolve()
    room.subscribe(look)
    look()
  })
  const state = () => {
    const { auction } = room.snapshot()
    if (!auction) throw new Error('the desk sees no auction')
    return auction
  }
  const mayAsk = pacer()
  const done = async (ask: () => Promise<Outcome>) => {
    await mayAsk()
    const outcome = await ask()
    if (outcome.is !== 'accepted') throw new Error(outcome.words)
    // The answer may be here before the entry.
    while (state().seq < outcome.seq) await new Promise<void>((resolve) => nextChange(room, resolve))
  }
  const step = async (bidsALot: number): Promise<boolean> => {
    const { lot, rules, teams, lotCount } = state()
    if (!lot) {
      const player = nextUp(state())
      if (player) await done(() => room.command({ type: 'OpenLot', player }))
      return player !== null
    }
    const ids = Object.keys(teams)
    const leading = lot.bids.at(-1)
    if (leading && lot.bids.length >= bidsALot)
      await done(() => room.command({ type: 'Hammer', lot: lot.lot, bid: leading.seq }))
    else {
      const floorTeam = ids[(lotCount + lot.bids.length) % ids.length] ?? ''
      await done(() => room.bid({ lot: lot.lot, amount: minimumBid(rules, lot), floorTeam }))
    }
    return true
  }
  return {
    room,
    state,
    step,
    play: async (lots, bidsALot) => {
      const target = state().lotCount + lots
      while (state().lotCount < target || state().lot) if (!(await step(bidsALot))) return
    },
    end: () => done(() => room.command({ type: 'EndAuction' })),
    close: () => room.close(),
  }
}

function nextChange(room: Room, then: () => void) {
  const stop = room.subscribe(() => {
    stop()
    then()
  })
}

/** Half of what a socket may send: the room's own messages need the rest, and the server counts by its own seconds. */
const A_SECOND = MESSAGES_PER_SECOND / 2

/** Lets as many acts through as a desk may send, each at its turn. */
function pacer(): () => Promise<void> {
  let nextMs = 0
  return async () => {
    const nowMs = performance.now()
    const atMs = Math.max(nowMs, nextMs)
    nextMs = atMs + 1_000 / A_SECOND
    if (atMs > nowMs) await delay(atMs - nowMs)
  }
}
