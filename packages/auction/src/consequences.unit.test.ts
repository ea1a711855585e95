import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { consequences } from './consequences.ts'
import { fold } from './evolve.ts'
import { plan, played } from './given-night.ts'
import { RULE_SETS } from './rule-sets/index.ts'

// Whole auctions, each replayed for every sale; the machine may be busy with other things.
vi.setConfig({ testTimeout: 60_000 })

const RUN = { numRuns: 15, interruptAfterTimeLimit: 10_000 }

/** Over all rule sets: the auctions must be ones in which corrections matter. */
let found = 0
afterAll(() => expect(found).toBeGreaterThan(100))

test.each(RULE_SETS.map((rules) => [rules.id, rules] as const))(
  'CORRECT-6 under %s a correction that says what has been finds nothing, and any other is replayed to the end',
  (_, rules) => {
    fc.assert(
      fc.property(plan, (night) => {
        const acts = played(rules, night)
        let next = acts.next()
        while (!next.done) next = acts.next()
        const { entries, state } = next.value
        for (const { id, status } of Object.values(state.players)) {
          if (status.is !== 'sold') continue
          const { team, amount, via } = status
          const same = consequences(entries, { player: id, to: { team, amount } })
          if (via !== 'correction') expect(same).toEqual([])
          const others = Object.keys(state.teams).map((other) => ({ team: other, amount: amount * 2 }))
          for (const to of [null, ...others])
            for (const one of consequences(entries, { player: id, to })) {
              found += 1
              expect(one).toMatchObject({ remedies: expect.arrayContaining([{ is: 'let_it_stand' }]) })
            }
        }
        expect(fold(entries)).toEqual(state)
      }),
      RUN,
    )
  },
)
