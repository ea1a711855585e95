'use client'

import type { Roster } from '@gavel/api'
import { Badge, Button, EmptyState, Field, formatMoney, Input, Section, TeamChip } from '@gavel/ui'
import { ChevronRight } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { type PoolPlayer, type PoolSet, searchPool } from './pool.ts'

type Team = Roster['teams'][number]
type PlayersPoolProps = {
  sets: PoolSet[]
  teams: Team[]
  currency: string
  open: boolean
  /** The organiser keeps the pool to staff, owners and players until the start. */
  hidden: boolean
  ended: boolean
}

/** Above this many players sets stay folded until they are opened or looked through. */
const UNFOLDED = 60

/** Sets printed at first; a mega auction has eighty. */
const SETS_AT_FIRST = 12

/** The pool by set, in the order in which it will be called, with a search over all of it. */
export function PlayersPool({ sets, teams, currency, open, hidden, ended }: PlayersPoolProps) {
  const [wanted, setWanted] = useState('')
  const [all, setAll] = useState(sets.length <= SETS_AT_FIRST)
  const looked = useDeferredValue(wanted)
  const found = useMemo(() => searchPool(sets, looked), [sets, looked])
  const byId = useMemo(() => new Map(teams.map((team) => [team.teamId, team])), [teams])
  const total = sets.reduce((sum, { players }) => sum + players.length, 0)
  const hits = found.reduce((sum, { players }) => sum + players.length, 0)
  const searching = looked.trim() !== ''
  const printed = all || searching ? found : found.slice(0, SETS_AT_FIRST)
  return (
    <Section
      title="Players"
      aside={total > 0 ? `${total} in ${sets.length} ${sets.length === 1 ? 'set' : 'sets'}` : null}
    >
      {total === 0 ? (
        <EmptyState
          className="mt-2"
          title={hidden ? 'The players are kept secret' : 'No players yet'}
          words={
            hidden
              ? 'The organiser shows them once the auction starts.'
              : open
                ? 'Everybody who registers as a player, and every list that the organiser brings in, stands here by set.'
                : 'Players stand here by set once the organiser brings in a list or registration opens.'
          }
        />
      ) : (
        <div className="grid gap-3 pt-1">
          <Field label="Find a player" className="max-w-sm" hint={searching ? `${hits} of ${total} players` : null}>
            {(control) => (
              <Input
                {...control}
                type="search"
                value={wanted}
                placeholder="Name, country or role"
                onChange={(event) => setWanted(event.target.value)}
              />
            )}
          </Field>
          {hits === 0 ? <p className="py-4 text-muted">No player fits “{looked.trim()}”.</p> : null}
          <div className="grid">
            {printed.map((set, at) => (
              <details
                key={`${set.id}${searching}`}
                open={searching || total <= UNFOLDED || at === 0}
                className="group border-b last:border-b-0"
              >
                <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-card font-semibold [&::-webkit-details-marker]:hidden">
                  <ChevronRight
                    aria-hidden
                    className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
                  />
                  {set.name}
                  <span className="font-normal text-muted tabular-nums">{set.players.length}</span>
                </summary>
                <ul className="grid pb-3 md:grid-cols-2 md:gap-x-10">
                  {set.players.map((player) => (
                    <PoolLine
                      key={player.id}
                      player={player}
                      currency={currency}
                      ended={ended}
                      team={teamOf(player, byId)}
                    />
                  ))}
                </ul>
              </details>
            ))}
          </div>
          {printed.length < found.length ? (
            <div>
              <Button onClick={() => setAll(true)}>Show all {found.length} sets</Button>
            </div>
          ) : null}
        </div>
      )}
    </Section>
  )
}

const teamOf = ({ status }: PoolPlayer, teams: ReadonlyMap<string, Team>) =>
  'team' in status ? (teams.get(status.team) ?? null) : null

type PoolLineProps = { player: PoolPlayer; team: Team | null; currency: string; ended: boolean }

function PoolLine({ player, team, currency, ended }: PoolLineProps) {
  const { name, country, role, base, overseas, status } = player
  return (
    <li className="flex min-h-12 items-center gap-3 border-t py-1.5 text-sm">
      <span className="grid min-w-0 flex-1">
        <span className="font-semibold break-words">{name}</span>
        <span className="text-muted">
          {[role, country].filter(Boolean).join(' · ')}
          {overseas ? ' · overseas' : ''}
        </span>
      </span>
      <Fate status={status} team={team} base={base} currency={currency} ended={ended} />
    </li>
  )
}

type FateProps = Pick<PoolPlayer, 'status' | 'base'> & Omit<PoolLineProps, 'player'>

/** What became of a player: the base price while he waits. */
function Fate({ status, team, base, currency, ended }: FateProps) {
  const say = (amount: number) => formatMoney(amount, currency, 'short')
  switch (status.is) {
    case 'waiting':
      if (ended) return <span className="text-muted">Not called</span>
      return <span className="whitespace-nowrap tabular-nums">{say(base)}</span>
    case 'on_block':
      return <Badge tone="accent">Being sold now</Badge>
    case 'sold':
    case 'retained':
      return (
        <span className="flex items-center gap-2 whitespace-nowrap tabular-nums">
          {status.is === 'retained' ? <span className="text-muted">retained</span> : null}
          <span className="font-semibold">{say(status.amount)}</span>
          {team ? <TeamChip size="sm" shortName={team.short} name={team.name} colour={team.colour} /> : null}
        </span>
      )
    case 'unsold':
      return <Badge>Unsold</Badge>
    case 'withdrawn':
      return <Badge>Withdrawn</Badge>
    default:
      return status satisfies never
  }
}
