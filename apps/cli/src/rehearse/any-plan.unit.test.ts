import { LAKH } from '@gavel/auction'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planFromFiles } from './files.ts'

const lakh = fc.oneof(
  fc.integer({ min: 1, max: 600 }).map((n) => n * 5),
  fc.integer({ min: 1, max: 400_000 }).map((n) => n / 100),
)
const player = fc.record({
  team: fc.constantFrom('MI', 'CSK', 'RR', 'GT'),
  status: fc.constantFrom('Sold', 'Sold', 'Retained', 'Unsold', 'TBA'),
  base: fc.constantFrom(20, 30, 50, 75, 100, 125, 200),
  price: lakh,
  origin: fc.constantFrom('Indian', 'Overseas', ''),
})

test('REHEARSE-4 whatever the recorded auction is, a plan ends at each team’s money, exactly', () => {
  fc.assert(
    fc.property(
      fc.array(player, { minLength: 3, maxLength: 60 }),
      fc.constantFrom('ipl-2021', 'ipl-2024', 'ipl-2025'),
      (players, rules) => {
        const isHeld = (p: (typeof players)[number]) => p.status === 'Sold' || p.status === 'Retained'
        const spent = new Map<string, number>()
        for (const p of players.filter(isHeld)) spent.set(p.team, (spent.get(p.team) ?? 0) + Math.round(p.price * LAKH))
        fc.pre(spent.size > 1)
        const rows = players.map((p, i) => {
          const [price, team] = isHeld(p) ? [p.price, p.team] : ['-', '-']
          return `Player ${'x'.repeat(i + 1)},${p.origin},${p.base},${price},${team},${p.status}`
        })
        const text = ['Name,Nationality,Base Price (Lakh),Sold Price (Lakh),Team,Status', ...rows].join('\n')
        const plan = planFromFiles({ path: 'any.csv', bytes: new TextEncoder().encode(text) }, null, { rules })
        const ended = new Map<string, number>()
        for (const { status } of Object.values(plan.expected.players))
          if (status.is === 'sold' || status.is === 'retained')
            ended.set(status.team, (ended.get(status.team) ?? 0) + status.amount)
        expect(ended).toEqual(spent)
        for (const team of Object.values(plan.expected.teams)) expect(team.spent).toBeLessThanOrEqual(team.purse)
      },
    ),
    { numRuns: 100 },
  )
})
