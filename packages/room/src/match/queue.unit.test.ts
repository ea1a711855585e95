import type { MatchCommand, MatchState } from '@gavel/scoring'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ask, type Kept, unsent } from './asks.ts'
import { drawn, type Me } from './drawing.ts'
import { logAtHand, nextBall, notesOf } from './log-at-hand.ts'
import { acknowledged, appended, asked, refOf, renewed, setAside, setOneAside, settled, takenBack } from './queue.ts'
import { takeOver } from './seats.ts'
import { type Standing, standingOf } from './standing.ts'

const ME: Me = { user: 'u1', device: 'phone' }
const RIVAL: Me = { user: 'u2', device: 'tablet' }
const wording = (_: MatchState, of: readonly unknown[]) => of.map((one) => JSON.stringify(one))

/** A pad without a network of its own: `sync` is what a live page hears, `deliver` what it sends. */
function setUp() {
  const log = logAtHand()
  let ids = 0
  const freshId = () => `command-${++ids}`
  let kept: readonly Kept[] = []
  let match = log.state()
  const as = (me: Me, command: object) => log.send(freshId(), { ...command, by: me.user } as MatchCommand)
  const pad = {
    log,
    freshId,
    kept: () => kept,
    change: (to: (now: readonly Kept[]) => readonly Kept[]) => {
      // What is on the disk is what a page that was closed finds.
      kept = structuredClone(to(kept))
    },
    match: () => match,
    take: (me = ME) => as(me, { type: 'TakeLock', device: me.device, from: log.state().keeper }),
    rival: (note: string) => {
      const after = log.state().plays.at(-1)?.seq ?? null
      return as(RIVAL, { type: 'Play', device: RIVAL.device, after, play: nextBall(log.state(), note) })
    },
    sync() {
      match = log.state()
      pad.change((now) => settled(now, match.seq))
    },
    drawing: () => drawn(match, kept, ME),
    ask(ask: Ask) {
      const one = asked(kept, pad.drawing(), ask, { commandId: freshId(), atMs: 0 })
      pad.change((now) => [...now, one])
      return one
    },
    ball: (note: string) => pad.ask({ type: 'Play', play: nextBall(pad.drawing().state, note) }),
    undo() {
      const last = pad.drawing().state.plays.at(-1)
      if (last) pad.ask({ type: 'Remove', of: refOf(pad.drawing(), last.seq), shown: [] })
    },
    standing: (): Standing => standingOf(match, kept, ME, wording),
    /** Sends the next one; `answered` false: the answer got lost on its way. */
    deliver(answered = true) {
      const standing = pad.standing()
      if (standing.is !== 'send') return standing
      const { next, command } = standing
      pad.change((now) => now.map((one) => (one.n === next.n ? { ...one, sent: command } : one)))
      const answer = log.send(next.commandId, { ...command, by: ME.user } as MatchCommand)
      if (!answered) return standing
      if ('seq' in answer) pad.change((now) => acknowledged(now, next.commandId, answer.seq))
      else
        pad.change((now) =>
          now.map((one) => (one.n === next.n ? { ...one, refused: { code: answer.code, words: answer.code } } : one)),
        )
      return standing
    },
    deliverAll() {
      for (let n = 0; n < 1_000; n++) {
        pad.sync()
        if (pad.standing().is !== 'send') return pad.standing()
        pad.deliver()
      }
      throw new Error('it never ends')
    },
  }
  pad.take()
  pad.sync()
  pad.ask({ type: 'Play', play: { type: 'InningsStart', batting: 'home' } })
  pad.deliverAll()
  return pad
}

test('PAD-2 what waits is drawn as the log would have it, and can be undone before it is sent', () => {
  const pad = setUp()
  for (const note of ['1', '2', '3']) pad.ball(note)
  pad.undo()
  expect(notesOf(pad.drawing().state)).toEqual(['1', '2'])
  expect(notesOf(pad.match())).toEqual([])
  const before = pad.drawing().state.score
  expect(pad.deliverAll()).toEqual({ is: 'clear' })
  expect(pad.log.state().score).toEqual(before)
  expect(pad.kept()).toEqual([])
})

test('PAD-3 an ask is let go of only when the log has it; one whose answer got lost is sent again and counts once', () => {
  const pad = setUp()
  pad.ball('1')
  pad.ball('2')
  pad.deliver(false)
  pad.deliver(false)
  expect(unsent(pad.kept())).toHaveLength(2)
  expect(pad.deliverAll()).toEqual({ is: 'clear' })
  expect(notesOf(pad.log.state())).toEqual(['1', '2'])
})

test('PAD-6 balls of somebody who took over are a difference, which nobody guesses away', () => {
  const pad = setUp()
  pad.ball('1')
  pad.deliverAll()
  pad.ball('mine 2')
  pad.ball('mine 3')
  pad.take(RIVAL)
  pad.rival('theirs 2')
  pad.sync()
  const standing = pad.standing()
  if (standing.is !== 'not-seated') throw new Error(standing.is)
  expect(standing.holder).toEqual(RIVAL)
  expect(standing.difference.mine).toHaveLength(2)
  expect(standing.difference.theirs.map(({ play }) => play)).toMatchObject([{ note: 'theirs 2' }])
  pad.take()
  pad.sync()
  pad.change((now) => renewed(now, pad.freshId))
  expect(pad.standing().is).toBe('behind')
  expect(pad.deliver().is).toBe('behind')
  expect(notesOf(pad.log.state())).toEqual(['1', 'theirs 2'])
})

test('PAD-6, BLIND-3 what a second scorer’s lost phone still holds is a difference too, when another device has the seat', () => {
  const pad = setUp()
  const blind = (note: string): Ask => ({ type: 'PlayBlind', from: 1, play: nextBall(pad.match(), note) })
  const rival = (command: object) => pad.log.send(pad.freshId(), { ...command, by: RIVAL.user } as MatchCommand)
  pad.take(RIVAL)
  pad.sync()
  for (const note of ['1', '2']) pad.ask(blind(note))
  expect(pad.deliverAll()).toEqual({ is: 'clear' })
  for (const note of ['mine 3', 'mine 4']) pad.ask(blind(note))
  const third: Me = { user: 'u3', device: 'desk' }
  const seat = { type: 'TakeBlind', device: third.device, from: ME, by: third.user } as const
  pad.log.send(pad.freshId(), seat)
  const theirs = { ...blind('theirs 3'), device: third.device, by: third.user } as MatchCommand
  pad.log.send(pad.freshId(), theirs)
  pad.sync()
  const standing = pad.standing()
  if (standing.is !== 'not-seated') throw new Error(standing.is)
  expect(standing).toMatchObject({ seat: 'blind', holder: third, difference: { gone: false } })
  expect(standing.difference.theirs.map(({ play }) => play)).toMatchObject([{ note: 'theirs 3' }])
  pad.log.send(pad.freshId(), { ...takeOver(pad.match(), 'blind', ME), by: ME.user } as MatchCommand)
  pad.sync()
  expect(pad.standing().is).toBe('behind')
  pad.change((now) => appended(pad.match(), now, ME, pad.freshId))
  expect(pad.deliverAll()).toEqual({ is: 'clear' })
  const sheet = pad.log.state().blind
  expect(sheet && notesOf(sheet)).toEqual(['1', '2', 'theirs 3', 'mine 3', 'mine 4'])
  rival({ type: 'ReleaseLock', device: RIVAL.device })
  pad.sync()
  expect(takeOver(pad.match(), 'book', ME)).toEqual({ type: 'TakeLock', device: ME.device, from: null })
})

test('PAD-7 appending writes mine after theirs', () => {
  const pad = setUp()
  pad.ball('1')
  pad.ball('2')
  pad.undo()
  pad.ball('2 again')
  pad.take(RIVAL)
  pad.rival('theirs')
  pad.take()
  pad.sync()
  expect(pad.standing().is).toBe('behind')
  pad.change((now) => appended(pad.match(), now, ME, pad.freshId))
  expect(pad.deliverAll()).toEqual({ is: 'clear' })
  expect(notesOf(pad.log.state())).toEqual(['theirs', '1', '2 again'])
})

test('PAD-8 what is set aside is kept, and can be written later', () => {
  const pad = setUp()
  pad.ball('1')
  pad.ball('2')
  pad.take(RIVAL)
  pad.rival('theirs')
  pad.take()
  pad.sync()
  pad.change((now) => setAside(now, 5))
  expect(pad.deliverAll()).toEqual({ is: 'clear' })
  expect(pad.kept()).toHaveLength(2)
  pad.ball('3')
  pad.deliverAll()
  const ids = new Set(pad.kept().map(({ commandId }) => commandId))
  pad.change((now) => appended(pad.match(), takenBack(now, ids), ME, pad.freshId))
  expect(pad.deliverAll()).toEqual({ is: 'clear' })
  expect(notesOf(pad.log.state())).toEqual(['theirs', '3', '1', '2'])
})

test('PAD-5 an ask that the rules refuse stops those behind it, until it is set aside alone', () => {
  const pad = setUp()
  const odd = pad.ball('1')
  pad.ball('2')
  pad.change((now) =>
    now.map((one) =>
      one === now.find(({ commandId }) => commandId === odd.commandId) && one.ask.type === 'Play'
        ? { ...one, ask: { ...one.ask, play: { ...nextBall(pad.match(), '1'), bowler: 'h5' } } }
        : one,
    ),
  )
  expect(pad.standing()).toMatchObject({ is: 'refused', refusal: { code: 'NOT_IN_SIDE' } })
  pad.change((now) => appended(pad.match(), setOneAside(now, odd.commandId, 5), ME, pad.freshId))
  expect(pad.deliverAll()).toEqual({ is: 'clear' })
  expect(notesOf(pad.log.state())).toEqual(['2'])
})

test('PAD-9 a correction made offline is sent with the consequences that were seen; where they are others by then, they are shown again', () => {
  const pad = setUp()
  const first = pad.ball('1')
  pad.ball('2')
  pad.deliverAll()
  const [, one] = pad.match().plays
  const play = { ...nextBall(pad.match(), '1'), runs: { bat: 1 } }
  pad.ask({ type: 'Amend', of: { seq: one?.seq ?? 0 }, play, shown: ['something else'] })
  const standing = pad.standing()
  if (standing.is !== 'changed') throw new Error(standing.is)
  expect(standing.shows.length).toBeGreaterThan(0)
  pad.change((now) => now.map((it) => withShown(it, standing.shows)))
  expect(pad.deliverAll()).toEqual({ is: 'clear' })
  expect(pad.log.state().plays[1]?.play).toMatchObject({ runs: { bat: 1 } })
  expect(first.commandId).not.toBe('')
})

test('PAD-4 whatever is cut, lost, reloaded or taken over, each ball reaches the log once, in order', () => {
  const step = fc.constantFrom('ball', 'ball', 'ball', 'deliver', 'lose', 'sync', 'rival', 'undo')
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const pad = setUp()
      let n = 0
      const mine: string[] = []
      for (const what of steps) {
        const clear = pad.standing().is === 'clear' || pad.standing().is === 'send' || pad.standing().is === 'wait'
        if (what === 'ball' && clear) {
          mine.push(`${++n}`)
          pad.ball(`${n}`)
        } else if (what === 'undo' && clear && notesOf(pad.drawing().state).at(-1) === mine.at(-1) && mine.length > 0) {
          mine.pop()
          pad.undo()
        } else if (what === 'deliver') pad.deliver()
        else if (what === 'lose') pad.deliver(false)
        else if (what === 'sync') pad.sync()
        else if (what === 'rival') {
          pad.take(RIVAL)
          pad.rival('theirs')
        }
      }
      settle(pad)
      expect(pad.kept()).toEqual([])
      expect(notesOf(pad.log.state()).filter((note) => note !== 'theirs')).toEqual(mine)
    }),
  )
})

const withShown = (one: Kept, shown: readonly string[]): Kept =>
  'shown' in one.ask ? { ...one, ask: { ...one.ask, shown } } : one

/** What a patient scorer does: takes the book back and appends. */
function settle(pad: ReturnType<typeof setUp>) {
  for (let n = 0; n < 20; n++) {
    const standing = pad.deliverAll()
    if (standing.is === 'clear') return
    if (standing.is === 'not-seated') {
      pad.take()
      pad.change((now) => renewed(now, pad.freshId))
    } else if (standing.is === 'changed') {
      const { at, shows } = standing
      pad.change((now) => now.map((one) => (one.n === at.n ? withShown(one, shows) : one)))
    } else pad.change((now) => appended(pad.match(), now, ME, pad.freshId))
  }
}
