import { expect, it } from 'vitest'
import { otherDatabases } from './databases.ts'

it('RUN-9 the browser tests have databases of their own on the same servers', () => {
  const urls = {
    postgres: 'postgresql://gavel:secret@127.0.0.1:5432/gavel',
    mongodb: 'mongodb://127.0.0.1:27017/gavel',
    redisLive: 'redis://default:secret@127.0.0.1:6379',
    redisWork: 'redis://default:secret@127.0.0.1:6380',
    rabbitmq: 'amqp://gavel:secret@127.0.0.1:5672',
  }
  expect(otherDatabases(urls, 'gavel_browser', 1)).toEqual({
    postgres: 'postgresql://gavel:secret@127.0.0.1:5432/gavel_browser',
    mongodb: 'mongodb://127.0.0.1:27017/gavel_browser',
    redisLive: 'redis://default:secret@127.0.0.1:6379/1',
    redisWork: 'redis://default:secret@127.0.0.1:6380/1',
    rabbitmq: 'amqp://gavel:secret@127.0.0.1:5672',
  })
})
