import { describe, expect, test } from 'vitest'
import { Room, scheduledRoom } from './given.ts'
import { CRORE, LAKH } from './money.ts'
import type { RetentionRule } from './rule-set.ts'
import { ipl2022 } from './rule-sets/ipl-2022.ts'
import { ipl2025 } from './rule-sets/ipl-2025.ts'
import { wpl2026 } from './rule-sets/wpl-2026.ts'
import { purseLeft } from './state.ts'

const RETENTION: RetentionRule = {
  max: 3,
  caps: { capped: 2, uncapped: 1, overseas: 1 },
  cappedTotals: [100, 150],
  uncappedCost: 40,
}

const retain = (player: string, amount: number, team = 't1') =>
  ({ type: 'RetainPlayer', player, team, amount }) as const

/** p1 and p2 are capped, p3 and p4 uncapped, p5 capped and from overseas. */
const room = (retention: Partial<RetentionRule> = {}) => {
  const made = scheduledRoom({ retention: { ...RETENTION, ...retention }, overseasMax: 2 })
  for (const player of ['p3', 'p4'])
    made.does({ type: 'EditPlayer', player, base: 20, overseas: false, categories: ['uncapped'] })
  return made
}

test('RETAIN-1 no more are retained than the rules allow, of no type more than it allows', () => {
  const full = room({ caps: { capped: null, uncapped: null, overseas: null } })
  full.does(retain('p1', 10), retain('p2', 10), retain('p3', 10))
  expect(full.ask(retain('p4', 10))).toEqual({ code: 'RETENTION_FULL', detail: { held: 3, max: 3 } })

  const uncapped = room().does(retain('p3', 10))
  expect(uncapped.ask(retain('p4', 10))).toEqual({
    ...{ code: 'CATEGORY_FULL', detail: { held: 1, max: 1 } },
    category: 'retained uncapped',
  })
  const capped = room().does(retain('p1', 10), retain('p2', 10))
  expect(capped.ask(retain('p5', 10))).toMatchObject({ code: 'CATEGORY_FULL', category: 'retained capped' })
  const overseas = room({ caps: { capped: null, uncapped: null, overseas: 0 } })
  expect(overseas.ask(retain('p5', 10))).toMatchObject({ code: 'CATEGORY_FULL', category: 'retained overseas' })
})

test('RETAIN-1 without a retention rule anybody may be retained, for what he is paid', () => {
  const plain = scheduledRoom().does(retain('p1', 30), retain('p2', 30), retain('p3', 30), retain('p5', 30))
  expect(plain.state.teams.t1).toMatchObject({ spent: 120, overseas: 1 })
  expect(plain.state.players.p1?.status).toMatchObject({ is: 'retained', amount: 30, debit: 30 })
})

test('RETAIN-2 capped players cost together what the rules say for so many, or what they are paid where that is more', () => {
  const made = room().does(retain('p1', 60))
  expect(made.entries.at(-1)).toMatchObject({ amount: 60, debit: 100 })
  made.does(retain('p2', 30))
  expect(made.state.teams.t1?.spent).toBe(150)
  expect(made.state.players.p2?.status).toMatchObject({ amount: 30, debit: 50 })

  const dear = room().does(retain('p1', 140), retain('p2', 30))
  expect(dear.state.teams.t1?.spent).toBe(170)
  expect(dear.entries.at(-1)).not.toHaveProperty('debit')
})

test('RETAIN-2 where each has a slab, no capped player costs less than his own, whatever another is paid', () => {
  const slabs = { cappedTotals: [100, 150], cappedSlabs: [[100], [90, 60]] }
  const made = room(slabs).does(retain('p1', 40), retain('p2', 130))
  expect(made.state.teams.t1?.spent).toBe(190)
  expect(room({ cappedTotals: [100, 150] }).does(retain('p1', 40), retain('p2', 130)).state.teams.t1?.spent).toBe(170)
})

test('RETAIN-2 an uncapped player costs what the rules say, or what he is paid where that is more', () => {
  const made = room().does(retain('p3', 10), retain('p4', 50, 't2'))
  expect([made.state.teams.t1?.spent, made.state.teams.t2?.spent]).toEqual([40, 50])
})

test('RETAIN-3 the purse must pay what the retention costs, and still keep its other places', () => {
  const made = room({ cappedTotals: [990] })
  expect(made.ask(retain('p1', 10))).toMatchObject({ code: 'LIMIT_EXCEEDED', detail: { limit: 980 } })
  expect(room({ cappedTotals: [980] }).ask(retain('p1', 10))).toBeNull()
})

test('RETAIN-4, ROOM-8 other rules leave what was settled, and are refused where more are retained than they allow', () => {
  const made = room().does(retain('p1', 60), retain('p3', 10))
  const rules = (retention: RetentionRule) => ({
    ...{ type: 'ChangeRules' as const },
    rules: { ...made.state.rules, retention },
  })
  expect(made.ask(rules({ ...RETENTION, max: 1 }))?.code).toBe('RULES_CLASH')
  expect(made.ask(rules({ ...RETENTION, caps: { ...RETENTION.caps, uncapped: 0 } }))?.code).toBe('RULES_CLASH')
  made.does(rules({ ...RETENTION, cappedTotals: [300] }))
  expect(made.state.teams.t1?.spent).toBe(140)
})

/** Retains players paid so much, in lakh; an uncapped one is written with a minus. What is left of the purse, in crore. */
function left(rules: typeof ipl2025, paid: readonly number[]): number {
  const auction = new Room(rules).does({ type: 'AddTeam', team: 't', purse: rules.purse })
  for (const [n, lakh] of paid.entries()) {
    const categories = lakh < 0 ? ['uncapped'] : []
    const player = { player: `p${n}`, base: 30 * LAKH, set: 's', overseas: false, categories }
    auction.does({ type: 'AddPlayers', players: [player] }, retain(`p${n}`, Math.abs(lakh) * LAKH, 't'))
  }
  const team = auction.state.teams.t
  return team ? purseLeft(team) / CRORE : 0
}

describe('RETAIN-5 real retentions leave the purses that were announced', () => {
  test.each([
    ['CSK', [1800, 1800, 1300, 1200, -400], 55],
    ['MI', [1800, 1635, 1635, 1630, 800], 45],
    ['RCB', [2100, 1100, -500], 83],
    ['KKR, charged more than it paid', [1300, 1200, 1200, 1200, -400, -400], 51],
    ['DC, charged more than it paid', [1650, 1325, 1000, -400], 73],
    ['RR', [1800, 1800, 1400, 1400, 1100, -400], 41],
    ['PBKS', [-550, -400], 110.5],
    ['SRH', [2300, 1800, 1400, 1400, 600], 45],
    ['GT', [1800, 1650, 850, -400, -400], 69],
    ['LSG', [2100, 1100, 1100, -400, -400], 69],
  ])('RETAIN-5 2025: %s', (_, paid, crore) => {
    expect(left(ipl2025, paid)).toBe(crore)
  })

  test.each([
    ['CSK', [1600, 1200, 800, 600], 48],
    ['RCB', [1500, 1100, 700], 57],
    ['PBKS, charged more than it paid', [1200, -400], 72],
    ['SRH', [1400, -400, -400], 68],
    ['RR', [1400, 1000, -400], 62],
    ['GT, who drafted', [1500, 1500, 800], 52],
    ['LSG, who drafted', [1700, 920, -400], 59],
    ['DC, charged slab by slab', [1600, 900, 750, 650], 47.5],
  ])('RETAIN-5 2022: %s', (_, paid, crore) => {
    expect(left(ipl2022, paid)).toBe(crore)
  })

  test.each([
    ['MI', [350, 250, 175, 100, -50], 5.75],
    ['RCB', [350, 275, 200, 60], 6.15],
    ['UPW', [-50], 14.5],
  ])('RETAIN-5 WPL 2026: %s', (_, paid, crore) => {
    expect(left(wpl2026, paid)).toBe(crore)
  })
})
