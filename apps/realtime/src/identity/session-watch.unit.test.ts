import type { Actor } from '@gavel/auth'
import { createLogger } from '@gavel/config'
import type { SessionStanding } from '@gavel/db'
import type { EdgeCode } from '@gavel/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CHECK_EVERY_MS, SessionWatch, type Watched } from './session-watch.ts'

const logger = createLogger('test')
logger.level = 'silent'
const actorOf = ({ id, admin }: { id: string; admin: boolean }): Actor => ({
  ...{ userId: id, admin, operator: false, bot: false, creator: false },
})
const live = (id: string, admin = false): SessionStanding => ({
  is: 'live',
  account: { id, admin, mayCreateEvents: false, bot: false },
})

type Seen = Watched & { closed: EdgeCode | null }
const socket = (sid: string | null, userId: string, expiresAtMs = Number.POSITIVE_INFINITY): Seen => {
  let actor = actorOf({ id: userId, admin: false })
  return {
    sid,
    expiresAtMs,
    closed: null,
    get actor() {
      return actor
    },
    become(now) {
      actor = now
    },
    close(code) {
      this.closed ??= code
    },
  }
}

let watch: SessionWatch
let asked: string[][]
let changes: (readonly [readonly string[] | null, boolean])[]
let answer: (sids: readonly string[]) => Promise<Map<string, SessionStanding>>
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'Date'] })
  asked = []
  changes = []
  answer = async () => new Map()
  watch = new SessionWatch({
    standings: (sids) => {
      asked.push([...sids])
      return answer(sids)
    },
    actorOf,
    onChanged: (userIds, here) => changes.push([userIds, here]),
    checkEveryMs: CHECK_EVERY_MS,
    logger,
  })
})
afterEach(() => {
  watch.stop()
  vi.useRealTimers()
})

test('REACH-1 whoever connects in the same moment is asked for together, and who is out is not let in', async () => {
  answer = async () =>
    new Map([
      ['s1', live('u1', true)],
      ['s2', { is: 'banned' }],
    ])
  const said = actorOf({ id: 'u1', admin: false })
  const admitted = await Promise.all(['s1', 's2', 's3'].map((sid) => watch.admit(sid, said)))
  expect(admitted).toEqual([actorOf({ id: 'u1', admin: true }), null, null])
  expect(asked).toEqual([['s1', 's2', 's3']])
})

test('REACH-1 a session that ends while its socket is being opened closes it all the same', async () => {
  watch.hear({ ended: ['s1'], why: 'banned' })
  expect(await watch.admit('s1', actorOf({ id: 'u1', admin: false }))).toBeNull()
  const late = socket('s1', 'u1')
  watch.add(late)
  expect(late.closed).toBe('BANNED')
})

test('REACH-3 while nobody can say, a token is believed, and open sockets stay as they are', async () => {
  const said = actorOf({ id: 'u1', admin: true })
  answer = () => Promise.reject(new Error('PostgreSQL is away'))
  expect(await watch.admit('s1', said)).toBe(said)
  answer = () => new Promise(() => {})
  const waiting = watch.admit('s1', said)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await waiting).toBe(said)
  const open = socket('s1', 'u1')
  watch.add(open)
  answer = () => Promise.reject(new Error('PostgreSQL is away'))
  await watch.check()
  expect([open.closed, changes]).toEqual([null, []])
})

test('REACH-3 what no word said is found by asking: an end, and a right that changed', async () => {
  const [ends, changed, stays] = [socket('s1', 'u1'), socket('s2', 'u2'), socket('s3', 'u3')]
  for (const one of [ends, changed, stays]) watch.add(one)
  answer = async () =>
    new Map([
      ['s2', live('u2', true)],
      ['s3', live('u3')],
    ])
  await vi.advanceTimersByTimeAsync(CHECK_EVERY_MS)
  expect([ends.closed, changed.closed, stays.closed]).toEqual(['SESSION_ENDED', null, null])
  expect([changed.actor.admin, stays.actor.admin]).toEqual([true, false])
  expect(changes).toEqual([[null, true]])
  watch.remove(ends)
  await vi.advanceTimersByTimeAsync(CHECK_EVERY_MS)
  // Nothing is new any more.
  expect([asked.at(-1), changes]).toEqual([['s2', 's3'], [[null, true]]])
})

test('REACH-4 a socket without a session is closed when its token runs out; a guest’s never is', async () => {
  const [bot, guest] = [socket(null, 'b1', Date.now() + 10_000), socket(null, '')]
  watch.add(bot)
  watch.add(guest)
  await watch.check()
  expect(bot.closed).toBeNull()
  await vi.advanceTimersByTimeAsync(CHECK_EVERY_MS)
  expect([bot.closed, guest.closed]).toEqual(['TOKEN_OLD', null])
  expect(asked).toEqual([])
})

test('REACH-2 the words of a moment are one look, and rooms look where somebody of them is there', async () => {
  const open = socket('s1', 'u1')
  watch.add(open)
  answer = async () => new Map([['s1', live('u1', true)]])
  for (const userId of ['u1', 'u2', 'u1', 'u3']) watch.hear({ changed: [userId] })
  await vi.advanceTimersByTimeAsync(100)
  expect([asked, changes]).toEqual([[['s1']], [[['u1', 'u2', 'u3'], true]]])
  expect(open.actor.admin).toBe(true)
  watch.hear({ changed: ['u2'] })
  await vi.advanceTimersByTimeAsync(100)
  expect(changes.at(-1)).toEqual([['u2'], false])
})
