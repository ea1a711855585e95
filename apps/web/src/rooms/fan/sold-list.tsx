'use client'

import type { AuctionState, Player, TeamId } from '@gavel/auction'
import { EmptyState, Input, Money, Select, Table, Td, TeamChip, Th, Tr } from '@gavel/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Directory } from '../directory.ts'

/** One row: somebody who was called, or kept before the auction (lot 0). */
type Called = {
  player: Player
  is: 'sold' | 'unsold' | 'retained'
  lot: number
  team: TeamId | null
  amount: number | null
}

type Props = { auction: AuctionState; directory: Directory }

const SHOWN_AT_FIRST = 60

/** Everyone who was called, newest first, with a search and two filters. */
export function SoldList({ auction, directory }: Props) {
  const [words, setWords] = useState('')
  const [team, setTeam] = useState('')
  const [result, setResult] = useState('')
  const [all, setAll] = useState(false)
  const wanted = useDeferredValue(words.trim().toLowerCase())

  const rows = useMemo(() => {
    const called: Called[] = []
    for (const player of Object.values(auction.players)) {
      const { status } = player
      if (status.is === 'sold')
        called.push({ player, is: 'sold', lot: status.lot, team: status.team, amount: status.amount })
      if (status.is === 'unsold') called.push({ player, is: 'unsold', lot: status.lot, team: null, amount: null })
      if (status.is === 'retained')
        called.push({ player, is: 'retained', lot: 0, team: status.team, amount: status.amount })
    }
    return called
      .map((row) => ({ ...row, card: directory.player(row.player.id) }))
      .filter(
        ({ card, team: buyer, is }) =>
          (!team || buyer === team) &&
          (!result || is === result) &&
          (!wanted || `${card.name} ${card.country} ${card.role}`.toLowerCase().includes(wanted)),
      )
      .sort((one, other) => other.lot - one.lot || (other.amount ?? 0) - (one.amount ?? 0))
  }, [auction.players, directory, team, result, wanted])

  const nobody = auction.lotCount === 0 && rows.length === 0 && !wanted && !team && !result
  if (nobody) {
    return (
      <EmptyState
        title="Nobody was called yet"
        words="Each player who is sold, or goes unsold, is listed here with the price."
      />
    )
  }
  const shown = all ? rows : rows.slice(0, SHOWN_AT_FIRST)
  return (
    <div className="grid gap-3">
      <div className="grid gap-2 sm:grid-cols-[1fr_auto_auto]">
        <Input
          type="search"
          aria-label="Search players"
          placeholder="Search players"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select aria-label="Team" value={team} onChange={(event) => setTeam(event.target.value)}>
          <option value="">All teams</option>
          {directory.teams.map(({ teamId, name }) => (
            <option key={teamId} value={teamId}>
              {name}
            </option>
          ))}
        </Select>
        <Select aria-label="Result" value={result} onChange={(event) => setResult(event.target.value)}>
          <option value="">Every result</option>
          <option value="sold">Sold</option>
          <option value="unsold">Unsold</option>
          <option value="retained">Retained</option>
        </Select>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Nobody matches" words="Change the search or the filters." />
      ) : (
        <Table>
          <thead>
            <tr>
              <Th numeric className="w-14">
                Lot
              </Th>
              <Th>Player</Th>
              <Th className="hidden md:table-cell">Role</Th>
              <Th className="hidden md:table-cell">Set</Th>
              <Th>Team</Th>
              <Th numeric>Price</Th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ player, card, lot, team: buyer, amount, is }) => {
              const to = buyer ? directory.team(buyer) : null
              return (
                <Tr key={player.id}>
                  <Td numeric className="text-muted">
                    {lot || '–'}
                  </Td>
                  <Td className="min-w-28 wrap-anywhere">
                    <span className="font-semibold">{card.name}</span>
                    <span className="block text-xs text-muted md:hidden">{card.role}</span>
                  </Td>
                  <Td className="hidden text-muted md:table-cell">{card.role}</Td>
                  <Td className="hidden text-muted md:table-cell">{directory.set(player.set)}</Td>
                  <Td>
                    {to ? (
                      <TeamChip size="sm" shortName={to.short} name={to.name} colour={to.colour} />
                    ) : (
                      <span className="text-muted">Unsold</span>
                    )}
                  </Td>
                  <Td numeric className="font-semibold">
                    {amount === null ? '–' : <Money amount={amount} currency={auction.rules.currency} style="short" />}
                    {is === 'retained' ? <span className="block text-xs font-normal text-muted">retained</span> : null}
                  </Td>
                </Tr>
              )
            })}
          </tbody>
        </Table>
      )}
      {shown.length < rows.length ? (
        <button
          type="button"
          className="min-h-11 rounded-card text-sm font-semibold underline"
          onClick={() => setAll(true)}
        >
          Show all {rows.length}
        </button>
      ) : null}
    </div>
  )
}
