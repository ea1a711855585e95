// Random commands on a match: what holds of every log.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sportOf } from '../sports.ts'
import { foldMatch } from './evolve.ts'
import { Log } from './given.ts'
import { foldPlays } from './plays.ts'

const step = fc.record({
  act: fc.constantFrom('bowl', 'bowl', 'bowl', 'wicket', 'remove', 'restore', 'amend', 'insert'),
  bat: fc.nat(6),
  pick: fc.nat(30),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function act(log: Log, { act: what, bat, pick }: Step): void {
  const some = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)]
  const { device, accepting } = { device: 'phone', accepting: null }
  const ball = log.next.ball({ bat })
  const one = some(log.state.plays.slice(1))
  switch (what) {
    case 'wicket':
      log.play({ ...ball, runs: { bat: 0 }, wickets: [{ kind: 'bowled', out: ball.striker }] })
      return
    case 'remove':
      if (one) log.accept({ type: 'Remove', device, of: one.seq, accepting })
      return
    case 'restore': {
      const gone = some(log.state.removed)
      if (gone) log.accept({ type: 'Restore', device, of: gone.seq, accepting })
      return
    }
    case 'amend':
      if (one?.play.type === 'Delivery')
        log.accept({ type: 'Amend', device, of: one.seq, play: { ...one.play, runs: { bat } }, accepting })
      return
    case 'insert':
      if (one?.play.type === 'Delivery')
        log.accept({
          type: 'Insert',
          device,
          before: one.seq,
          play: { ...one.play, runs: { bat: 0, wides: 1 } },
          accepting,
        })
      return
    default:
      log.play(ball)
  }
}

const anyLog = fc.array(step, { maxLength: 40 }).map((steps) => {
  const log = Log.kept().start()
  for (const one of steps) act(log, one)
  return log
})

test('BOOK-4 folding a log again gives the same state, from the start and from anywhere', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(40), (log, at) => {
      expect(foldMatch(log.entries)).toEqual(log.state)
      const cut = Math.min(at, log.entries.length)
      const half = foldMatch(log.entries.slice(0, cut))
      const kept = structuredClone(half)
      expect(foldMatch(log.entries.slice(cut), half)).toEqual(log.state)
      expect(half).toEqual(kept)
    }),
    { numRuns: 40 },
  )
})

test('BOOK-8 the fold of an edited log is that of its plays scored afresh', () => {
  fc.assert(
    fc.property(anyLog, ({ state }) => {
      const { score, anomalies } = foldPlays(sportOf(state.sport), state.rules, state.setup, state.plays)
      expect(state.score).toEqual(score)
      expect(state.anomalies).toEqual(anomalies)
    }),
    { numRuns: 40 },
  )
})

test('BOOK-6 undo then redo is the identity', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(40), (log, pick) => {
      const before = log.state
      const one = before.plays.slice(1)[pick % Math.max(1, before.plays.length - 1)]
      if (!one) return
      const asked = { device: 'phone', of: one.seq, accepting: null } as const
      if (log.accept({ type: 'Remove', ...asked }) !== null) return
      expect(log.accept({ type: 'Restore', ...asked })).toBeNull()
      expect({ ...log.state, seq: 0 }).toEqual({ ...before, seq: 0 })
    }),
    { numRuns: 40 },
  )
})
