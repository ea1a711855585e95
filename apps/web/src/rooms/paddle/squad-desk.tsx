'use client'

import type { AuctionState, TeamId } from '@gavel/auction'
import { Button, cn, formatMoney, Input, Section, Table, Td, Th, Tr } from '@gavel/ui'
import { RotateCcw } from 'lucide-react'
import { useMemo } from 'react'
import type { Directory } from '../directory.ts'
import { FillLine } from './fill-line.tsx'
import {
  type CategoryNeed,
  categoryNeeds,
  type Pace,
  paceOf,
  type RoleNeed,
  roleNeeds,
  rounded,
} from './squad-needs.ts'
import { useWanted } from './use-wanted.ts'

type SquadDeskProps = { auction: AuctionState; directory: Directory; team: TeamId }

/** What the squad still lacks: whether it can be filled, role gaps, what the rules ask for, and how the money goes. */
export function SquadDesk({ auction, directory, team }: SquadDeskProps) {
  const { wanted, want, reset } = useWanted(auction.auctionId)
  const needs = useMemo(() => roleNeeds(auction, directory, team, wanted), [auction, directory, team, wanted])
  const categories = useMemo(() => categoryNeeds(auction, team), [auction, team])
  const pace = paceOf(auction, team)
  const { currency } = auction.rules
  if (auction.phase.is === 'ended') return null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <FillLine auction={auction} team={team} />
      <Section
        title="Roles"
        level={3}
        aside={
          Object.keys(wanted).length > 0 ? (
            <Button look="quiet" size="sm" icon={<RotateCcw aria-hidden className="size-4" />} onClick={reset}>
              Back to the pool’s shares
            </Button>
          ) : (
            'Wanted is the pool’s share; change it'
          )
        }
      >
        <Table aria-label="Roles held, wanted and still to come">
          <thead>
            <tr>
              <Th>Role</Th>
              <Th numeric>Have</Th>
              <Th numeric>Want</Th>
              <Th>Gap</Th>
              <Th numeric>To come</Th>
              <Th numeric className="max-sm:hidden">
                From
              </Th>
            </tr>
          </thead>
          <tbody>
            {needs.map((need) => (
              <RoleRow key={need.role} need={need} currency={currency} onWant={want} />
            ))}
          </tbody>
        </Table>
      </Section>
      {categories.length > 0 ? (
        <Section title="What the rules ask" level={3}>
          <ul className="text-sm">
            {categories.map((category) => (
              <CategoryRow key={category.id} category={category} />
            ))}
          </ul>
        </Section>
      ) : null}
      {pace ? <PaceList pace={pace} currency={currency} /> : null}
    </div>
  )
}

function RoleRow({
  need,
  currency,
  onWant,
}: {
  need: RoleNeed
  currency: string
  onWant: (role: string, n: number) => void
}) {
  const { role, held, wanted, own, toCome, cheapest } = need
  const gap = Math.max(0, wanted - held)
  return (
    <Tr>
      <Td className="font-semibold">{role}</Td>
      <Td numeric>{held}</Td>
      <Td numeric>
        <Input
          type="number"
          min={0}
          max={50}
          aria-label={`${role} wanted`}
          className={cn('ml-auto h-9 w-14 px-1.5 text-right text-sm tabular-nums', own && 'font-semibold')}
          value={wanted}
          onChange={(event) => onWant(role, Math.min(50, Math.max(0, Math.trunc(Number(event.target.value) || 0))))}
        />
      </Td>
      <Td className={cn(gap > toCome ? 'font-semibold text-warn' : gap > 0 ? 'font-semibold' : '')}>
        {gap === 0 ? 'none' : gap > toCome ? `${gap}, only ${toCome} to come` : `${gap} to buy`}
      </Td>
      <Td numeric>{toCome}</Td>
      <Td numeric className="max-sm:hidden">
        {cheapest === null ? '–' : formatMoney(cheapest, currency, 'short')}
      </Td>
    </Tr>
  )
}

function CategoryRow({ category }: { category: CategoryNeed }) {
  const { label, held, min, max, toCome } = category
  const missing = Math.max(0, min - held)
  const full = max !== null && held >= max
  const range =
    min > 0 && max !== null
      ? `${min} to ${max}`
      : min > 0
        ? `at least ${min}`
        : max === null
          ? 'no cap'
          : `at most ${max}`
  return (
    <li className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-0.5 border-b py-1 tabular-nums last:border-b-0">
      <span className="font-semibold first-letter:uppercase">{label}</span>
      <span
        className={cn(
          missing > toCome ? 'font-semibold text-bad' : missing > 0 || full ? 'font-semibold text-warn' : '',
        )}
      >
        {held} held, {range}
        {missing > 0 ? ` · ${missing} still needed` : full ? ' · full' : ''}
        <span className="font-normal text-muted"> · {toCome} to come</span>
      </span>
    </li>
  )
}

function PaceList({ pace, currency }: { pace: Pace; currency: string }) {
  const say = (amount: number | null) => (amount === null ? '–' : formatMoney(rounded(amount), currency, 'short'))
  const open = Math.max(0, pace.min - pace.held)
  const ahead =
    pace.perPlace !== null && pace.othersPerPlace !== null ? Math.sign(pace.perPlace - pace.othersPerPlace) : 0
  return (
    <Section title="Pace" level={3}>
      <dl className="grid grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] text-sm tabular-nums *:border-b *:py-2 [&>dt]:pr-4">
        <dt className="text-muted">Spent</dt>
        <dd className="text-right font-semibold">
          {formatMoney(pace.spent, currency, 'short')} for {pace.held} of {pace.min} to {pace.max} places
        </dd>
        <dt className="text-muted">
          {open === 0
            ? 'For more places'
            : open === 1
              ? 'For the one place to fill'
              : `For each of ${open} places to fill`}
        </dt>
        <dd className="text-right font-semibold">{say(pace.perPlace ?? pace.left)}</dd>
        {pace.othersPerPlace === null ? null : (
          <>
            <dt className="text-muted">The other teams have for each place</dt>
            <dd className="text-right">
              {say(pace.othersPerPlace)}
              {ahead === 0 ? '' : ahead > 0 ? ', less than you' : ', more than you'}
            </dd>
          </>
        )}
        {pace.averageOfAll === null ? null : (
          <>
            <dt className="text-muted">Average price, yours and all</dt>
            <dd className="text-right">
              {say(pace.average)} and {say(pace.averageOfAll)}
            </dd>
          </>
        )}
        {pace.mustSpend === null ? null : (
          <>
            <dt className="text-muted">The least to spend by the rules</dt>
            <dd className={cn('text-right', pace.mustSpend > 0 && 'font-semibold text-warn')}>
              {pace.mustSpend > 0 ? `${formatMoney(pace.mustSpend, currency, 'short')} to go` : 'reached'}
            </dd>
          </>
        )}
      </dl>
    </Section>
  )
}
