import { type CricketFormat, cricketResult, cricketRules, foldMatch, otherSide } from '@gavel/scoring'
import { describe, expect, test } from 'vitest'
import { playMatch } from './play-match.ts'

const sheet = (team: string) => ({
  team,
  players: Array.from({ length: 11 }, (_, n) => `${team}${n + 1}`),
  keeper: `${team}3`,
})

const setup = { sides: { home: sheet('h'), away: sheet('a') }, toss: { winner: 'away', chose: 'field' } } as const

const play = (format: CricketFormat, seed: string) =>
  playMatch({ rules: cricketRules(format, format === 'community' ? { players: 11 } : {}), setup, seed })

describe('a match that nobody plays', () => {
  test('INNINGS-BOT-1 is legal ball by ball to its result, in every format', () => {
    for (const format of ['t20', 'odi', 'hundred', 'community', 'test'] as const)
      for (let seed = 0; seed < (format === 'test' ? 2 : 8); seed += 1) {
        const { state, entries } = play(format, `${format}-${seed}`)
        expect(state.phase.is).toBe('ended')
        expect(cricketResult(state.score).is).not.toBe('open')
        expect(state.anomalies).toEqual([])
        expect(foldMatch(entries)).toEqual(state)
      }
  })

  test('INNINGS-BOT-2 is the same for the same seed, and another for another', () => {
    expect(play('t20', 'one').entries).toEqual(play('t20', 'one').entries)
    expect(play('t20', 'one').entries).not.toEqual(play('t20', 'two').entries)
  })

  test('INNINGS-BOT-3 looks like cricket: totals, wickets and extras are about those of recorded matches', () => {
    const firsts = Array.from({ length: 60 }, (_, n) => play('t20', `looks-${n}`).state.score.innings[0])
    const mean = (of: (innings: NonNullable<(typeof firsts)[number]>) => number) =>
      firsts.reduce((sum, innings) => sum + (innings ? of(innings) : 0), 0) / firsts.length
    expect(mean(({ runs }) => runs)).toBeGreaterThan(135)
    expect(mean(({ runs }) => runs)).toBeLessThan(185)
    expect(mean(({ wickets }) => wickets)).toBeGreaterThan(4.5)
    expect(mean(({ wickets }) => wickets)).toBeLessThan(8)
    expect(mean(({ extras: { wides, noBalls, byes, legByes } }) => wides + noBalls + byes + legByes)).toBeGreaterThan(4)
    const kinds = new Set(
      firsts.flatMap((innings) =>
        (innings?.batters ?? []).flatMap(({ status }) => (status.is === 'out' ? [status.kind] : [])),
      ),
    )
    expect(kinds).toEqual(new Set(['caught', 'bowled', 'lbw', 'run out', 'stumped']))
  })

  test('INNINGS-BOT-3 both sides win, whoever bats first', () => {
    const winners = Array.from({ length: 40 }, (_, n) => {
      const { score } = play('t20', `who-${n}`).state
      const result = cricketResult(score)
      const first = score.innings[0]?.batting ?? 'home'
      return 'winner' in result ? (result.winner === otherSide(first) ? 'chaser' : 'setter') : 'nobody'
    })
    for (const who of ['chaser', 'setter']) expect(winners.filter((one) => one === who).length).toBeGreaterThan(8)
  })
})
