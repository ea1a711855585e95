import { type AuctionState, type Command, createAuction, decide, evolve, LAKH, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { auctioneerStep, paddleStep, type Script } from './bots.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rules')

const bid = (team: string, lakh: number) => ({ team, amount: lakh * LAKH, jump: false })
const lots = [
  { playerId: 'p1', bids: [bid('t2', 30), bid('t1', 35)] },
  { playerId: 'p2', bids: [] },
]
const script: Script = { lots, byPlayer: new Map(lots.map((lot) => [lot.playerId, lot])) }

test('REHEARSE-6 bots that look at the room alone play the whole script, whatever the order in which they look', () => {
  const stamp = { atMs: 0, by: 'x', cmd: '', sum: '' }
  let state: AuctionState = evolve(null, { ...createAuction('a', rules), ...stamp, seq: 1 })
  const run = (command: Command) => {
    const decision = decide(state, command, 0)
    if ('refusal' in decision) throw new Error(`${command.type}: ${decision.refusal.code}`)
    for (const draft of decision.entries) state = evolve(state, { ...draft, ...stamp, seq: state.seq + 1 })
  }
  for (const team of ['t1', 't2']) {
    run({ type: 'AddTeam', by: 'x', team, purse: rules.purse })
    run({ type: 'GrantPaddle', by: 'x', user: team, team })
  }
  const players = ['p1', 'p2', 'p3'].map((player) => ({ player, base: 30 * LAKH, set: 's', overseas: null }))
  run({ type: 'AddPlayers', by: 'x', players })
  for (let turn = 0; turn < 100; turn++) {
    const paddles = ['t1', 't2'].flatMap((team) => {
      const next = paddleStep(state, script, team)
      return next ? [{ team, next }] : []
    })
    const step = auctioneerStep(state, script)
    if (step === 'done') break
    // Never both: whoever looks first, only one has something to do.
    expect(paddles.length + (step === 'waits' ? 0 : 1)).toBe(1)
    for (const { team, next } of paddles)
      run({ type: 'PlaceBid', by: team, lot: next.lot, amount: next.amount, floorTeam: null })
    if (step !== 'waits') run({ by: 'x', ...step.does } as Command)
  }
  expect(state.phase.is).toBe('ended')
  expect(Object.values(state.players).map((p) => p.status.is)).toEqual(['sold', 'unsold', 'waiting'])
  expect(state.teams.t1?.spent).toBe(35 * LAKH)
})
