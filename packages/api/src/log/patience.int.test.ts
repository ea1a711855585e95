import { ruleSet } from '@gavel/auction'
import { createLogger } from '@gavel/config'
import { newId } from '@gavel/db'
import { isAnswered, openLiveLog } from '@gavel/livelog'
import { expect, it } from 'vitest'
import { startRedis } from '../../../testkit/src/redis-server.ts'
import { patiently } from './patience.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('there is no ipl-2025')
const logger = createLogger('patience-test')
logger.level = 'silent'

it('DOWN-3 a store that hangs for a moment is asked again by the same command, which is done once', async () => {
  await using server = await startRedis()
  const log = openLiveLog({ url: server.url, logger })
  const auctionId = newId()
  await log.ping()
  server.freeze()
  let tries = 0
  const reply = await patiently(() => {
    tries += 1
    if (tries === 2) server.thaw()
    return log.create(auctionId, rules, 'organiser')
  })
  expect(reply.ok).toBe(true)
  expect(tries).toBeGreaterThan(1)
  expect(await log.read(auctionId, 1, 10)).toHaveLength(1)
  await log.close()
})

it('DOWN-3 a store that stays away is asked four times and no more', async () => {
  await using server = await startRedis()
  const log = openLiveLog({ url: server.url, logger })
  await log.ping()
  await server.kill()
  let tries = 0
  const reply = await patiently(() => {
    tries += 1
    return log.create(newId(), rules, 'organiser')
  })
  expect(isAnswered(reply)).toBe(false)
  expect(tries).toBe(4)
  await log.close()
})
