import { type RuleSet, reservePerPlace } from '@gavel/auction'
import { cn, formatMoney, Table, Td, Th, Tr } from '@gavel/ui'
import type { ReactNode } from 'react'
import { furtherRules, timeWords } from './rules-words.ts'

/** A rule set as people read it: the limits first, then how the price rises. `compact` fits beside a form. */
export function RulesPanel({ rules, compact = false }: { rules: RuleSet; compact?: boolean }) {
  const say = (amount: number) => formatMoney(amount, rules.currency)
  const reserve = reservePerPlace(rules)
  return (
    <div className="@container">
      <div className={cn('grid gap-x-10 gap-y-6', !compact && '@3xl:grid-cols-2')}>
        <dl className="grid content-start @container">
          <Rule name="Purse of a team">{say(rules.purse)}</Rule>
          <Rule name="Squad">
            {rules.squad.min} to {rules.squad.max} players
          </Rule>
          <Rule name="Overseas players">
            {rules.overseasMax === null ? 'No limit' : `At most ${rules.overseasMax} in a squad`}
          </Rule>
          <Rule name="Highest bid">
            What is left in the purse, less {say(reserve)} for each other place that is still to fill, up to{' '}
            {rules.squad.min} players
          </Rule>
          <Rule name="Base prices">
            <span className="flex flex-wrap gap-1.5">
              {rules.basePrices.map((price) => (
                <span key={price} className="plate text-sm leading-6 whitespace-nowrap">
                  {say(price)}
                </span>
              ))}
            </span>
          </Rule>
          {furtherRules(rules).map(({ name, words }) => (
            <Rule key={name} name={name}>
              {words}
            </Rule>
          ))}
        </dl>
        <div className="grid content-start gap-3">
          <Table aria-label="How far each bid raises the price">
            <thead>
              <tr>
                <Th>While the price is</Th>
                <Th numeric>A bid adds</Th>
              </tr>
            </thead>
            <tbody>
              {rules.ladder.map((band, at) => (
                <Tr key={band.from}>
                  <Td>{bandWords(rules, at)}</Td>
                  <Td numeric>{say(band.step)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          <p className="text-sm text-muted">
            {rules.jumpGrid === null
              ? 'A bid is the next price; higher ones are not taken. '
              : `A paddle may also jump to a higher price, in steps of ${say(rules.jumpGrid)}. `}
            {rules.clock.mode === 'auctioneer'
              ? 'The auctioneer sets the pace, and only the hammer ends a lot.'
              : `Each lot runs for ${timeWords(rules.clock.lotMs)}; a late bid leaves at least ${timeWords(rules.clock.extendMs)} to answer it.`}
          </p>
          {compact ? null : <p className="text-xs text-muted">Numbers: {rules.source}.</p>}
        </div>
      </div>
    </div>
  )
}

function bandWords(rules: RuleSet, at: number): string {
  const say = (amount: number) => formatMoney(amount, rules.currency)
  const from = rules.ladder[at]?.from ?? 0
  const next = rules.ladder[at + 1]?.from
  if (next === undefined) return from === 0 ? 'Any price' : `${say(from)} and above`
  return from === 0 ? `Below ${say(next)}` : `${say(from)} to below ${say(next)}`
}

function Rule({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 border-b py-2.5 last:border-b-0 @md:grid-cols-[9rem_1fr]">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}
