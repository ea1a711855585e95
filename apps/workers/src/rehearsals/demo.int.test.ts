import { buildDemoNight, takeDemoSeat } from '@gavel/api'
import { GUEST } from '@gavel/auth'
import { connectRoom, type Room } from '@gavel/room'
import { until } from '@gavel/testkit'
import { describe, expect, it } from 'vitest'
import { givenHall, PACE } from './given-hall.ts'
import { startRehearsals } from './rehearsals.ts'

/** At that pace a hall that does nothing for so long has stopped. */
const STILL_MS = 1_500

const here = givenHall()

const watch = (auctionId: string): Room & Disposable => {
  const room = connectRoom({ auctionId, realtimeUrl: here.gavel.url, as: 'public', accessToken: async () => null })
  return { ...room, [Symbol.dispose]: room.close }
}

describe('the exhibition', () => {
  it('DEMO-5, DEMO-4 waits for somebody who watches; where a visitor sits the bot does nothing', async () => {
    const { mongo, logger } = here.g.services
    const { auctionId } = await buildDemoNight(here.g.services, Date.now())
    const stateNow = async () => {
      const live = await here.g.services.log.load(auctionId)
      if (!live) throw new Error('the log is not live')
      return live.state
    }
    const { tokens } = here.g.services
    const bots = startRehearsals({ mongo, logger, tokens, realtimeUrl: here.gavel.url, pace: PACE })
    try {
      {
        using fan = watch(auctionId)
        // Every bot and the fan.
        await until('a full hall', () => fan.snapshot().watching === 8)
        await until('bids', async () => ((await stateNow()).lastLot?.bids.length ?? 0) > 0, 60_000)
      }
      let still = { seq: 0, sinceMs: performance.now() }
      await until('a still hall', async () => {
        const { seq } = await stateNow()
        if (seq !== still.seq) still = { seq, sinceMs: performance.now() }
        return performance.now() - still.sinceMs > STILL_MS
      })
      const { actor } = await takeDemoSeat(here.g.services, { actor: GUEST, address: 'test' }, null)
      using fan = watch(auctionId)
      await until('a fan', () => fan.snapshot().watching > 7)
      // Nobody calls or hammers for the visitor at the console; a bid on an open lot is all that may come.
      const { lotCount } = await stateNow()
      await expect(until('another lot', async () => (await stateNow()).lotCount > lotCount, 3_000)).rejects.toThrow()
      expect(actor.bot).toBe(true)
    } finally {
      await bots.close()
    }
  })
})
