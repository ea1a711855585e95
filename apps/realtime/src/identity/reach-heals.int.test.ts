import { hearReach, type IdentityNews, openReach } from '@gavel/auth'
import { createLogger } from '@gavel/config'
import { startRedis, until } from '@gavel/testkit'
import { expect, it } from 'vitest'

it('REACH-3 the way to open sockets heals by itself when Redis is back, and says that words may have been lost', async () => {
  await using redis = await startRedis()
  const logger = createLogger('test')
  logger.level = 'silent'
  const heard: IdentityNews[] = []
  let missed = 0
  const hearing = hearReach(
    redis.url,
    (word) => heard.push(word),
    () => {
      missed += 1
    },
  )
  const reach = openReach(redis.url, logger)
  try {
    await until('subscribed', () => missed === 1)
    await reach.tell({ changed: ['u1'] })
    await until('the first word', () => heard.length === 1)
    await redis.kill()
    // Nobody hears this one, and whoever says it is not harmed.
    await reach.tell({ ended: ['s1'], why: 'ended' })
    await redis.start()
    await until('subscribed again', () => missed === 2)
    await until('heard again', async () => {
      await reach.tell({ ended: ['s2'], why: 'banned' })
      return heard.length > 1
    })
    expect(heard.slice(0, 2)).toEqual([{ changed: ['u1'] }, { ended: ['s2'], why: 'banned' }])
  } finally {
    hearing.close()
    await reach.close()
  }
})
