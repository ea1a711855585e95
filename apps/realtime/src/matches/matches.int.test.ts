import { addStaff, changeEvent, matchArchive, matchById, removeStaff } from '@gavel/db'
import { type MatchState, matchStateFor } from '@gavel/scoring'
import {
  type Gavel,
  MatchWire,
  type Person,
  person,
  type SeededMatch,
  seedMatch,
  startGavel,
  until,
} from '@gavel/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let gavel: Gavel
beforeAll(async () => {
  gavel = await startGavel({ realtimes: 2 })
})
afterAll(() => gavel[Symbol.asyncDispose]())

const wires: MatchWire[] = []
afterAll(() => {
  for (const wire of wires) wire[Symbol.dispose]()
})

const open = async (match: SeededMatch, who: Person | null, as: 'public' | 'scorer' | 'blind', server = 0) => {
  const wire = await MatchWire.open(gavel.realtimes[server]?.url ?? '', match, who, as)
  wires.push(wire)
  return wire
}

const ball = (bat = 0) => ({ type: 'Delivery', striker: 'h1', nonStriker: 'h2', bowler: 'a1', runs: { bat } }) as const

const lastPlay = ({ state }: MatchWire): number | null => state?.plays.at(-1)?.seq ?? null
const codeOf = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'ok' : reply.code)

/** Takes the book and begins the first innings. */
const begin = async (wire: MatchWire, device = 'phone'): Promise<void> => {
  const taken = await wire.command({ type: 'TakeLock', device, from: null })
  const begun = await wire.command({
    type: 'Play',
    device,
    after: null,
    play: { type: 'InningsStart', batting: 'home' },
  })
  if (!taken.ok || !begun.ok) throw new Error('not begun')
  await wire.reaches(begun.seq)
}

const bowl = async (wire: MatchWire, device = 'phone'): Promise<number> => {
  const reply = await wire.command({ type: 'Play', device, after: lastPlay(wire), play: ball() })
  if (!reply.ok) throw new Error(reply.code)
  await wire.reaches(reply.seq)
  return reply.seq
}

test('MATCHLIVE-3, MATCHLIVE-4 a ball reaches everybody on every server, and the public without people and devices', async () => {
  const match = await seedMatch(gavel)
  const scorer = await open(match, match.scorer, 'scorer')
  const fan = await open(match, null, 'public', 1)
  const stranger = await open(match, await person(gavel.tokens), 'scorer')
  expect([scorer.you?.audience, fan.you?.audience, stranger.you?.audience]).toEqual(['scorer', 'public', 'public'])
  await begin(scorer)
  const seq = await bowl(scorer)
  await Promise.all([fan.reaches(seq), stranger.reaches(seq)])
  const whole = (await gavel.log.matches.load(match.matchId))?.state as MatchState
  expect(scorer.state).toEqual(whole)
  for (const wire of [fan, stranger]) {
    expect(wire.state).toEqual(matchStateFor('public', whole))
    expect(wire.link).toBe(scorer.link)
    expect(wire.problems).toEqual([])
  }
  expect(fan.entries.map(({ type }) => type)).toEqual(['Hidden', 'Played', 'Played'])
  expect(JSON.stringify(fan.entries)).not.toMatch(/phone|"by":"[^"]/)
  const late = await open(match, null, 'public', 1)
  expect(late.state).toEqual(fan.state)
})

test('MATCHLIVE-3 what the blind scorer writes is for those who score', async () => {
  const match = await seedMatch(gavel)
  const scorer = await open(match, match.scorer, 'scorer')
  const blind = await open(match, match.organiser, 'blind')
  const fan = await open(match, null, 'public')
  await begin(scorer)
  const reply = await blind.command({ type: 'PlayBlind', device: 'tablet', from: 0, play: ball(4) })
  await Promise.all([scorer.reaches(reply.seq), fan.reaches(reply.seq)])
  expect(scorer.state?.blind).toMatchObject({ device: 'tablet', plays: [{ play: ball(4) }] })
  expect(fan.state?.blind).toBeNull()
  expect(fan.entries.at(-1)?.type).toBe('Hidden')
  const own = await scorer.command({ type: 'PlayBlind', device: 'phone', from: 0, play: ball() })
  expect(codeOf(own)).toBe('KEEPER_NOT_BLIND')
})

test('MATCHLIVE-5, MATCHLIVE-2 a phone that was offline resumes by seq, and its queue sent twice is written once', async () => {
  const match = await seedMatch(gavel)
  const scorer = await open(match, match.scorer, 'scorer')
  const fan = await open(match, null, 'public')
  await begin(scorer)
  const held = scorer.state?.seq ?? 0
  scorer.socket.disconnect()
  // Meanwhile a line-up is completed elsewhere.
  const setup = scorer.state?.setup
  if (!setup) throw new Error('no setup')
  const toss = { ...setup, toss: { winner: 'home', chose: 'bat' } } as typeof setup
  const other = await open(match, match.organiser, 'scorer', 1)
  expect(codeOf(await other.command({ type: 'SetUp', setup: toss, accepting: null }))).toBe('ok')
  const joins = scorer.joins
  scorer.socket.connect()
  await until('joined again', () => scorer.joins > joins)
  expect(scorer.state?.seq).toBe(held + 1)
  expect(scorer.entries.at(-1)?.type).toBe('SetUpChanged')
  expect(scorer.problems).toEqual([])

  const queue = [newCommand(), newCommand(), newCommand()]
  const send = async () => {
    const seqs: number[] = []
    let after = held
    for (const commandId of queue) {
      const reply = await scorer.command({ type: 'Play', device: 'phone', after, play: ball() }, commandId)
      expect(codeOf(reply)).toBe('ok')
      after = reply.seq
      seqs.push(after)
    }
    return seqs
  }
  const first = await send()
  expect(await send()).toEqual(first)
  await fan.reaches(first.at(-1) ?? 0)
  expect(fan.state?.plays.map(({ seq }) => seq)).toEqual([held, ...first])
  const behind = await scorer.command({ type: 'Play', device: 'phone', after: held, play: ball() })
  expect(behind).toMatchObject({ ok: false, code: 'BEHIND', refusal: { between: [{ seq: first[0] }, {}, {}] } })
})

let commands = 0
const newCommand = () => `offline-${Date.now()}-${commands++}`

test('MATCHLIVE-1, MATCHLIVE-6 of two scorers who reach for the book at once one has it, and the other takes it over by name', async () => {
  const match = await seedMatch(gavel)
  const one = await open(match, match.scorer, 'scorer', 0)
  const two = await open(match, match.organiser, 'scorer', 1)
  const replies = await Promise.all([
    one.command({ type: 'TakeLock', device: 'd1', from: null }),
    two.command({ type: 'TakeLock', device: 'd2', from: null }),
  ])
  expect(replies.map(codeOf).toSorted()).toEqual(['LOCK_HELD', 'ok'])
  const [winner, loser, device] = replies[0]?.ok ? [one, two, 'd2'] : [two, one, 'd1']
  await Promise.all(wires.slice(-2).map((wire) => wire.reaches(2)))
  const refused = replies.find(({ ok }) => !ok)
  expect(refused).toMatchObject({ refusal: { keeper: winner.state?.keeper } })
  const taken = await loser.command({ type: 'TakeLock', device, from: winner.state?.keeper ?? null })
  expect(codeOf(taken)).toBe('ok')
  const late = await winner.command({
    ...{ type: 'Play', device: device === 'd1' ? 'd2' : 'd1', after: null },
    play: { type: 'InningsStart', batting: 'home' },
  })
  expect(codeOf(late)).toBe('NOT_KEEPER')
})

test('MATCHLIVE-4, MATCHLIVE-6, ANSWER-1 everything is answered: what nobody may, what no sport knows, what is no match', async () => {
  const match = await seedMatch(gavel)
  const scorer = await open(match, match.scorer, 'scorer')
  const fan = await open(match, null, 'public')
  const somebody = await open(match, await person(gavel.tokens), 'scorer')
  const take = { type: 'TakeLock', device: 'd', from: null } as const
  expect(await fan.command(take)).toMatchObject({ code: 'SIGN_IN' })
  expect(await somebody.command(take)).toMatchObject({ code: 'FORBIDDEN', words: 'You may not do that in this match.' })
  const { matchId } = match
  const envelope = { matchId, commandId: 'command-1', epoch: 1 }
  for (const command of [null, 'Play', {}, { type: 'Play' }, { ...take, by: 'x' }, { type: 'Recovered', epoch: 9 }])
    expect(await scorer.send('command', { ...envelope, command })).toMatchObject({ code: 'BAD_MESSAGE' })
  const goal = { type: 'Goal', side: 'home', how: 'own', scorer: null, assist: null, at: null }
  const play = { type: 'Play', device: 'd', after: null, play: goal }
  expect(await scorer.send('command', { ...envelope, command: play })).toMatchObject({ code: 'BAD_MESSAGE' })
  for (const message of [null, 7, {}, { matchId: '{x}' }])
    expect(await scorer.send('join', message)).toMatchObject({ ok: false, code: 'BAD_MESSAGE' })
  expect(await scorer.send('shout', { matchId })).toMatchObject({ code: 'BAD_MESSAGE' })
  const nowhere = { matchId: 'no-such-match', since: null, link: null, as: 'public' }
  expect(await scorer.send('join', nowhere)).toMatchObject({ code: 'NOT_FOUND', seq: 0 })
  expect((await gavel.log.matches.load(matchId))?.state.seq).toBe(1)
})

test('MATCHLIVE-4 a private match is for people with a role', async () => {
  const match = await seedMatch(gavel, { open: false })
  const guest = new MatchWire(gavel.url, match.matchId, null, 'public')
  wires.push(guest)
  expect(await guest.join()).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  expect((await open(match, match.scorer, 'public')).live).toBe(true)
})

test('MATCHLIVE-4 a scorer who is appointed or dismissed is followed', async () => {
  const match = await seedMatch(gavel)
  const scorer = await open(match, match.scorer, 'scorer')
  await begin(scorer)
  await removeStaff(gavel.mongo, match.eventId, 'scorer', match.scorer.userId)
  await until('no scorer any more', () => scorer.you?.audience === 'public')
  expect([scorer.rewinds, scorer.state?.keeper]).toEqual([1, null])
  await addStaff(gavel.mongo, match.eventId, 'scorer', match.scorer.userId)
  await until('a scorer again', () => scorer.you?.audience === 'scorer')
  expect(scorer.state?.keeper).toEqual({ user: match.scorer.userId, device: 'phone' })
})

test('MATCHLIVE-7 the public is shown a match as late as the event says, and scorers see now', async () => {
  const delayMs = 2_000
  const match = await seedMatch(gavel, { delayMs })
  const scorer = await open(match, match.scorer, 'scorer')
  const fan = await open(match, null, 'public')
  expect([scorer.delayMs, fan.delayMs]).toEqual([0, delayMs])
  await begin(scorer)
  const seq = await bowl(scorer)
  const atMs = scorer.state?.plays.at(-1)?.atMs ?? 0
  const shown = (fan.state?.seq ?? 0) >= seq
  // A machine that is slow enough may find it of age.
  expect(shown && (await gavel.log.now()) < atMs + delayMs).toBe(false)
  await fan.reaches(seq)
  expect(await gavel.log.now()).toBeGreaterThanOrEqual(atMs + delayMs)
  await changeEvent(gavel.mongo, match.eventId, { delayMs: 0 })
  await until('no delay any more', () => fan.delayMs === 0)
  const next = await bowl(scorer)
  await fan.reaches(next)
  expect(fan.problems).toEqual([])
})

test('LATE-10, LATE-3 a match that has ended and left the live store goes on for the public, whoever scored it sees the end', async () => {
  const match = await seedMatch(gavel, { delayMs: 60_000 })
  const { matchId } = match
  const scorer = await open(match, match.scorer, 'scorer')
  await begin(scorer)
  const ended = await scorer.command({ type: 'End', as: { is: 'abandoned' } })
  await scorer.reaches(ended.seq)
  await gavel.log.matches.archiveTo(matchArchive(gavel.mongo), matchId)
  await gavel.log.matches.evict(matchId)
  const fan = await open(match, null, 'public', 1)
  expect([fan.live, fan.delayMs, fan.state?.seq, fan.state?.phase.is]).toEqual([false, 60_000, 1, 'scheduled'])
  const late = await open(match, match.scorer, 'scorer', 1)
  expect([late.live, late.delayMs, late.state?.phase.is]).toEqual([false, 0, 'ended'])
})

test('MATCHLIVE-8, JOIN-2 a match that is not live any more is shown from the archive, and goes on where it is built anew', async () => {
  const match = await seedMatch(gavel)
  const { matchId } = match
  const scorer = await open(match, match.scorer, 'scorer')
  await begin(scorer)
  const ended = await scorer.command({ type: 'End', as: { is: 'abandoned' } })
  await scorer.reaches(ended.seq)
  await gavel.log.matches.archiveTo(matchArchive(gavel.mongo), matchId)
  await gavel.log.matches.evict(matchId)
  expect(codeOf(await scorer.command({ type: 'Reopen' }))).toBe('NOT_LIVE')
  await until('read only', () => scorer.live === false)
  const fan = await open(match, null, 'public', 1)
  expect([fan.live, fan.state?.phase.is]).toEqual([false, 'ended'])
  await gavel.log.matches.restore(matchArchive(gavel.mongo), matchId)
  await until('live again', () => scorer.live === true && fan.live === true)
  const reopened = await scorer.command({ type: 'Reopen' })
  expect(codeOf(reopened)).toBe('ok')
  await fan.reaches(reopened.seq)
  expect((await matchById(gavel.mongo, matchId))?.log).toBe('live')
})

test('SEND-4, MATCHLIVE-4 the room is told how many watch and how many of them score', async () => {
  const match = await seedMatch(gavel)
  const fan = await open(match, null, 'public')
  const scorer = await open(match, match.scorer, 'scorer')
  await until('both are counted', () => fan.crowd?.watching === 2 && fan.crowd.scoring === 1)
  expect(await scorer.send('leave', { matchId: match.matchId })).toEqual({ ok: true })
  await until('one is left', () => fan.crowd?.watching === 1 && fan.crowd.scoring === 0)
})
