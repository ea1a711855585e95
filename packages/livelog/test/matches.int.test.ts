import { loadEnvPart } from '@gavel/config'
import { type Archive, connectMongo, type Mongo, matchArchive } from '@gavel/db'
import { foldMatch } from '@gavel/scoring'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandConnection, openCommands } from '../src/connection.ts'
import { archivedLogAt, GENESIS_LINK, type LiveLog, MATCHES, NotLiveError, nextLink } from '../src/index.ts'
import { keysOf } from '../src/keys.ts'
import { acceptedIn, Book, ball, matchRefusal, shortMatch } from './match-support.ts'
import { liveUrl, logger, newId, Room, smallRules } from './support.ts'

let mongo: Mongo
let archive: Archive
let redis: CommandConnection
let log: LiveLog
beforeAll(async () => {
  mongo = await connectMongo(loadEnvPart(['mongodbUrl']).mongodbUrl)
  archive = matchArchive(mongo)
  redis = openCommands(liveUrl(), logger)
  log = Room.open()
})
afterAll(async () => {
  await Promise.all([mongo.close(), log.close()])
  redis.disconnect()
})

/** Whether the log's entries chain and fold to its state, and Redis keeps nothing of it but where it stands. */
async function isSound({ matchId }: Book): Promise<void> {
  const entries = await log.matches.read(matchId, 1, 1_000)
  let link = GENESIS_LINK
  for (const [i, entry] of entries.entries()) {
    link = nextLink(link, entry.body)
    expect([entry.seq, entry.link]).toEqual([i + 1, link])
  }
  const loaded = await log.matches.load(matchId)
  expect(loaded?.state).toEqual(foldMatch(entries.map(({ entry }) => entry)))
  const stored = await redis.hgetall(keysOf(MATCHES, matchId).state)
  const { seq, epoch } = loaded?.state ?? { seq: 0, epoch: 0 }
  expect(stored).toEqual({ seq: String(seq), link, epoch: String(epoch), deadlineMs: '', heldUntilMs: '' })
}

test('MATCHLIVE-1, LOG-1 a match and an auction of one id are logs of their own', async () => {
  const id = newId('x')
  acceptedIn(await log.matches.create(id, shortMatch(), 'organiser'))
  await expect(log.watch(id)).rejects.toThrow(NotLiveError)
  expect((await log.create(id, smallRules(), 'organiser')).ok).toBe(true)
  const book = new Book(log, id)
  acceptedIn(await book.take())
  expect((await log.load(id))?.state.seq).toBe(1)
  expect((await book.state()).seq).toBe(2)
  await isSound(book)
})

test('MATCHLIVE-1, CMD-2 creating a match again gives the first answer, and another match under its id is refused', async () => {
  const id = newId('m')
  const match = shortMatch()
  const first = acceptedIn(await log.matches.create(id, match, 'organiser'))
  const again = acceptedIn(await log.matches.create(id, match, 'scorer'))
  expect(again).toMatchObject({ seq: first.seq, repeated: true })
  expect(matchRefusal(await log.matches.create(id, { ...match, origin: 'import' }, 'organiser'))).toBe('ID_REUSED')
})

test('MATCHLIVE-1, RACE-1 of two scorers who reach for the lock at once exactly one has it, however they race', async () => {
  const other = Room.open()
  try {
    for (let round = 0; round < 15; round++) {
      const one = new Book(log, newId('m'), 'u1', 'd1')
      const two = new Book(other, one.matchId, 'u2', 'd2')
      acceptedIn(await log.matches.create(one.matchId, shortMatch(), 'organiser'))
      const asked = [one, two].map((book) => book.do({ type: 'TakeLock', device: book.device, from: null }))
      const replies = await Promise.all(asked)
      expect(replies.map(matchRefusal).toSorted()).toEqual(['LOCK_HELD', null].toSorted())
      const { keeper } = await one.state()
      expect(keeper?.user).toBe(replies[0]?.ok ? 'u1' : 'u2')
      await isSound(one)
    }
  } finally {
    await other.close()
  }
})

test('MATCHLIVE-1 while the book is taken over, what its keeper writes at the same moment is written before, or refused', async () => {
  const other = Room.open()
  try {
    for (let round = 0; round < 10; round++) {
      const one = await Book.begun(log)
      const two = new Book(other, one.matchId, 'u2', 'd2')
      const { keeper } = await two.state()
      const [written, taken] = await Promise.all([
        one.write(ball()),
        two.do({ type: 'TakeLock', device: 'd2', from: keeper }),
      ])
      acceptedIn(taken)
      const state = await two.state()
      expect(state.keeper).toEqual({ user: 'u2', device: 'd2' })
      expect(state.plays).toHaveLength(written.ok ? 2 : 1)
      if (!written.ok) expect(written.refusal.code).toBe('NOT_KEEPER')
      if (written.ok) expect(written.seq).toBeLessThan(taken.seq)
    }
  } finally {
    await other.close()
  }
})

test('MATCHLIVE-2, CMD-2 a queue kept offline and sent twice, by two instances at once, is written once', async () => {
  const other = Room.open()
  try {
    const book = await Book.begun(log)
    const queue = Array.from({ length: 6 }, (_, i) => ({ commandId: newId('q'), play: ball(i % 2 === 0 ? 0 : 2) }))
    const send = async (by: LiveLog) => {
      const device = new Book(by, book.matchId)
      const seqs: number[] = []
      let after = (await device.state()).plays[0]?.seq ?? null
      for (const { commandId, play } of queue) {
        const reply = acceptedIn(await device.do({ type: 'Play', device: 'phone', after, play }, commandId))
        after = reply.seq
        seqs.push(reply.seq)
      }
      return seqs
    }
    const [first, second] = await Promise.all([send(log), send(other)])
    expect(second).toEqual(first)
    expect(await send(log)).toEqual(first)
    const { plays } = await book.state()
    expect(plays.map(({ seq }) => seq).slice(1)).toEqual(first)
    await isSound(book)
  } finally {
    await other.close()
  }
})

test('MATCHLIVE-2, CMD-3, CMD-4 an id is not used for another play, and what was refused is decided anew', async () => {
  const book = await Book.begun(log)
  const id = newId('q')
  acceptedIn(await book.do({ type: 'Play', device: 'phone', after: 3, play: ball() }, id))
  expect(matchRefusal(await book.do({ type: 'Play', device: 'phone', after: 3, play: ball(4) }, id))).toBe('ID_REUSED')
  const late = newId('q')
  expect(matchRefusal(await book.do({ type: 'Play', device: 'phone', after: 3, play: ball() }, late))).toBe('BEHIND')
  acceptedIn(await book.do({ type: 'Play', device: 'phone', after: 4, play: ball() }, late))
})

test('MATCHLIVE-5, RESUME-1, RESUME-2 whoever follows a match resumes by seq and link, or is given the state', async () => {
  const book = await Book.begun(log)
  const other = Room.open()
  const tail = await other.matches.watch(book.matchId)
  try {
    const { seq, link } = tail
    const seen: number[] = []
    const caughtUp = new Promise<void>((resolve) => {
      tail.on('entries', (entries) => {
        seen.push(...entries.map((entry) => entry.seq))
        if (tail.seq === seq + 4) resolve()
      })
    })
    for (let i = 0; i < 4; i++) acceptedIn(await book.write(ball()))
    await caughtUp
    expect(seen).toEqual([seq + 1, seq + 2, seq + 3, seq + 4])
    const missed = tail.since(seq, link)
    expect('entries' in missed && missed.entries.map((entry) => entry.seq)).toEqual(seen)
    expect(tail.since(tail.seq, tail.link)).toEqual({ entries: [] })
    expect(tail.since(seq, 'f'.repeat(40))).toEqual({ state: await book.state() })
  } finally {
    tail.close()
    await other.close()
  }
})

test('MATCHLIVE-9, ARCH-1, RESTORE-2 a match is archived with its chain, and restored with what was seen, one epoch on', async () => {
  const book = await Book.begun(log)
  const commandId = newId('q')
  const { seq } = acceptedIn(await book.do({ type: 'Play', device: 'phone', after: 3, play: ball(1) }, commandId))
  const before = await book.state()
  expect(await log.matches.archiveTo(archive, book.matchId)).toEqual({ archived: seq, behind: 0 })
  expect((await archivedLogAt(MATCHES, archive, book.matchId, Number.POSITIVE_INFINITY))?.state).toEqual(before)
  expect(await log.matches.evict(book.matchId)).toBe('evicted')
  expect(matchRefusal(await book.do({ type: 'ReleaseLock', device: 'phone' }))).toBe('NOT_LIVE')

  expect(await log.matches.restore(archive, book.matchId)).toBe('restored')
  expect(await book.state()).toEqual({ ...before, seq: seq + 1, epoch: 2 })
  const again = await book.do({ type: 'Play', device: 'phone', after: 3, play: ball(1) }, commandId)
  expect(again).toMatchObject({ ok: true, seq, repeated: true })
  expect(matchRefusal(await book.do({ type: 'ReleaseLock', device: 'phone' }, newId('c'), 1))).toBe('STALE_EPOCH')
  const strike = { ...ball(), striker: 'h2', nonStriker: 'h1' }
  acceptedIn(await book.write(strike))
  await isSound(book)
})

test('MATCHLIVE-1, SNAP-1 a match of many plays is loaded from its snapshot, with the score folded from its plays', async () => {
  const book = await Book.begun(log)
  const first = (await book.state()).plays.at(-1)?.seq ?? null
  const { seq } = acceptedIn(await book.write(ball()))
  for (let i = 0; i < 140; i++) {
    acceptedIn(await book.do({ type: 'Remove', device: 'phone', of: seq, accepting: null }))
    acceptedIn(await book.do({ type: 'Restore', device: 'phone', of: seq, accepting: null }))
  }
  expect(first).toBe(3)
  const text = await redis.get(keysOf(MATCHES, book.matchId).snapshot)
  expect(JSON.parse(text ?? '{}').state.matchId).toBe(book.matchId)
  const fresh = Room.open()
  expect((await fresh.matches.load(book.matchId))?.state).toEqual(await book.state())
  await fresh.close()
  await isSound(book)
})
