// Properties of every auction, at every stage, under the rule set of every league.
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type Audience, entryFor, stateFor } from './audience.ts'
import { fold } from './evolve.ts'
import { type Plan, plan, played } from './given-night.ts'
import { heldBy } from './holdings.ts'
import { standing } from './limits.ts'
import { askedTeams } from './match.ts'
import { owed } from './owed.ts'
import { heldIn } from './places.ts'
import { type RuleSet, reservePerPlace } from './rule-set.ts'
import { RULE_SETS, ruleSet } from './rule-sets/index.ts'
import { type AuctionState, openLots, purseLeft } from './state.ts'

// Hundreds of auctions of a hundred acts each, and the machine may be busy with other things.
vi.setConfig({ testTimeout: 60_000 })

/** A failing auction is made shorter only as long as this leaves time for it. */
const RUN = { numRuns: 12, interruptAfterTimeLimit: 20_000 }
const NO_LOT = 0

/** Forms of selling that no league of ours combines, but the engine does. */
const base2025 = ruleSet('ipl-2025') ?? expect.fail('there is an IPL 2025')
const MIXED: RuleSet[] = [
  {
    ...base2025,
    id: 'a board with matches, tie-breaks and hidden maxima',
    ...{ openLots: 3, proxies: true, bidsDecidedBy: 'core', recallFloor: base2025.basePrices[0] ?? 1 },
    clock: { mode: 'clock', lotMs: 60_000, extendMs: 10_000 },
    match: base2025.match && { ...base2025.match, declineUsesCard: true },
    tieBreak: base2025.tieBreak && { ...base2025.tieBreak, afterMatch: true },
  },
  {
    ...base2025,
    id: 'a board where teams put players up',
    ...{ openLots: 3, proxies: true, bidsDecidedBy: 'core' },
    nomination: { order: 'winner', turnMs: 20_000 },
    clock: { mode: 'clock', lotMs: 60_000, extendMs: 10_000 },
  },
]
const LEAGUES = [...RULE_SETS, ...MIXED]

type Look = (state: AuctionState, nowMs: number) => void

/** The auction at its end, every state on the way looked at. */
function play(rules: RuleSet, night: Plan, look: Look = () => {}) {
  const acts = played(rules, night)
  for (let next = acts.next(); ; next = acts.next()) {
    look(next.value.state, next.value.nowMs)
    if (next.done) return next.value
  }
}

const withoutCorrections = (night: Plan): Plan => ({
  ...night,
  acts: night.acts.filter(({ kind }) => kind !== 'correct'),
})

describe.each(LEAGUES.map((rules) => [rules.id, rules] as const))('under %s', (_, rules) => {
  const always = (look: Look, of = (night: Plan) => night) =>
    fc.assert(
      fc.property(plan, (night) => {
        play(rules, of(night), look)
      }),
      RUN,
    )

  test('PURSE-1, SQUAD-1, SQUAD-2, SQUAD-5, CATEGORY-2 no purse is ever negative, no squad or category too large, nobody held twice', () =>
    always((state) => {
      const held = Object.values(state.teams).flatMap((team) => team.squad)
      expect(new Set(held).size).toBe(held.length)
      for (const team of Object.values(state.teams)) {
        const paid = team.squad.map((id) => heldBy(state.players[id] ?? expect.fail())?.debit ?? expect.fail())
        expect(team.spent).toBe(paid.reduce((a, b) => a + b, 0))
        const as = standing(state, team, NO_LOT)
        expect(purseLeft(as)).toBeGreaterThanOrEqual(0)
        expect(as.squad.length).toBeLessThanOrEqual(state.rules.squad.max)
        expect(as.overseas).toBeLessThanOrEqual(state.rules.overseasMax ?? Number.POSITIVE_INFINITY)
        for (const { id, max } of state.rules.categories)
          expect(heldIn(state, as, id)).toBeLessThanOrEqual(max ?? Number.POSITIVE_INFINITY)
      }
    }))

  test('PURSE-2, BOARD-2, STAGE-5 each team can always pay for the smallest squad, whatever it may still have to buy', () =>
    always((state) => {
      for (const team of Object.values(state.teams)) {
        const as = standing(state, team, NO_LOT)
        const open = Math.max(0, state.rules.squad.min - as.squad.length)
        expect(purseLeft(as)).toBeGreaterThanOrEqual(open * reservePerPlace(state.rules))
      }
    }, withoutCorrections))

  test('BID-6, BID-7 every lot has one leader, and each bid is another team’s and higher', () =>
    always((state) => {
      for (const { bids, base, player } of openLots(state)) {
        expect(state.players[player]?.status.is).toBe('on_block')
        for (const [i, { amount, team, auto }] of bids.entries()) {
          expect(amount).toBeGreaterThanOrEqual(i === 0 ? base : (bids[i - 1]?.amount ?? 0) + 1)
          // A hidden maximum goes up alone to the price that an equal one reaches (PROXY-3).
          if (!auto) expect(team).not.toBe(bids[i - 1]?.team)
        }
      }
    }))

  test('MATCH-2, MATCH-3, AMOUNTS-1 cards, types and the four amounts hold for every sale', () =>
    always((state) => {
      for (const team of Object.values(state.teams)) {
        const squad = team.squad.map((id) => state.players[id] ?? expect.fail())
        const retained = squad.filter(({ status }) => status.is === 'retained')
        const matched = squad.filter(({ status }) => status.is === 'sold' && status.via === 'match')
        const cards = state.rules.match?.cardsByRetained ?? [0]
        expect(matched.length + team.cardsLost).toBeLessThanOrEqual(
          cards[Math.min(retained.length, cards.length - 1)] ?? 0,
        )
        for (const { status } of squad) {
          if (status.is !== 'sold') continue
          expect(status.debit).toBe(status.amount)
          expect(status.fee).toBeLessThanOrEqual(status.amount)
          const sealed = status.levy - (status.amount - status.fee)
          if (status.via !== 'correction') expect(sealed > 0).toBe(status.via === 'tiebreak')
        }
      }
      for (const lot of openLots(state)) for (const { amount } of owed(lot)) expect(amount).toBeGreaterThan(0)
    }))

  test('AUTO-5, AUTO-6 nobody who is away is waited for but for a sealed amount', () =>
    always((state, nowMs) => {
      if (state.phase.is !== 'running') return
      for (const lot of openLots(state)) {
        // Who has gone since the time was up is counted as silent.
        if (lot.stage.is === 'sealing' || lot.stage.is === 'revealing' || nowMs >= (lot.deadlineMs ?? nowMs + 1))
          continue
        for (const id of askedTeams(state, lot)) expect(state.teams[id]?.autopilot).toBe('off')
      }
    }))

  test('STAGE-6, SAY-3 a lot tells its story from its hammer on, and no line outlives the auction', () =>
    always((state) => {
      for (const { stage, story } of openLots(state)) expect(story.length > 0).toBe(stage.is !== 'bidding')
      if (state.phase.is === 'ended') expect(state.announcement).toBeNull()
    }))

  test('AUD-1, AUD-2, PROXY-7 the log folds to the state, each audience’s to what it is given, and tells neither people nor hidden maxima', () =>
    fc.assert(
      fc.property(
        plan,
        fc.nat(),
        fc.constantFrom<Audience>('auctioneer', 'paddle', 'public'),
        (night, at, audience) => {
          const { entries, state } = play(rules, night)
          const cut = at % entries.length
          expect(fold(entries.slice(cut), fold(entries.slice(0, cut)))).toEqual(state)
          const seen = entries.map((entry) => entryFor(audience, entry))
          const given = stateFor(audience, state)
          expect(fold(seen)).toEqual(given)
          expect(seen.filter(({ type }) => type === 'ProxySet' || type === 'MaximaSet')).toEqual([])
          const lots = [...openLots(given), ...(given.lastLot ? [given.lastLot] : [])]
          expect([given.maxima, ...lots.flatMap(({ proxies }) => proxies)]).toEqual([{}])
          if (audience !== 'auctioneer')
            expect(JSON.stringify([seen, given])).not.toMatch(/"(u[1-4]|official[12])"|"by":"auctioneer"/)
        },
      ),
      RUN,
    ))
})

test('every stage and every form of selling is reached by these acts', () => {
  const seen = new Map<string, number>()
  for (const rules of LEAGUES)
    for (const night of fc.sample(plan, { seed: 1, numRuns: 40 }))
      for (const { type } of play(rules, night).entries) seen.set(type, (seen.get(type) ?? 0) + 1)
  const rare = [
    ...['MatchOffered', 'MatchClaimed', 'MatchRaised', 'MatchDeclined', 'TieBreakOffered', 'TieBreakAnswered'],
    ...['SealingOpened', 'AmountSealed', 'SealingClosed', 'AmountRevealed', 'AmountLapsed', 'LotReopened'],
    ...['NamesCalled', 'PlayersNamed', 'NamesClosed', 'TurnMissed', 'ProxySet', 'AutopilotSet', 'PlayerRecalled'],
    ...['PlayerRetained', 'BidRetracted', 'CorrectionProposed', 'SaleCorrected', 'LotUnsold', 'Announced'],
  ]
  expect(rare.filter((type) => (seen.get(type) ?? 0) < 10)).toEqual([])
})
