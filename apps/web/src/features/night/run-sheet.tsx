import type { Roster } from '@gavel/api'
import { type AuctionState, type PlayerStatus, purseLeft } from '@gavel/auction'
import { Button, EmptyState, formatMoney, Section, Table, Td, TeamChip, Th, Tr } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { type PoolSet, poolOf } from '../events/pool.ts'
import { RulesPanel } from '../events/rules-panel.tsx'
import { momentIn } from '../events/when.ts'
import { PrintButton } from './print-button.tsx'

type RunSheetProps = {
  auctionId: string
  event: { slug: string; name: string; startsAtMs: number; timeZone: string; venue: string }
  roster: Roster
  state: AuctionState
}

/**
 * The night on paper: teams with their purses, the rules at a glance, then every set in its running order, with room to write what
 * became of each player where the screens should fail.
 */
export function RunSheet({ auctionId, event, roster, state }: RunSheetProps) {
  const sets = poolOf(roster, state)
  const { weekday, date, time, place } = momentIn(event.startsAtMs, event.timeZone)
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-5xl grid-cols-1 content-start gap-8 px-4 pt-6 pb-16 sm:px-6 print:max-w-none print:gap-6 print:p-0"
    >
      <nav aria-label="Run sheet" className="flex flex-wrap items-center gap-2 print:hidden">
        <PrintButton look="primary" />
        <Button asChild>
          <Link href={paths.console(auctionId)}>Console</Link>
        </Button>
        <Button asChild>
          <Link href={paths.adminEvent(event.slug)}>The event’s desk</Link>
        </Button>
      </nav>
      <header className="grid gap-2">
        <p className="text-sm text-muted">Run sheet</p>
        <h1 className="text-xl break-words">{event.name}</h1>
        {/* A sheet of paper hangs in the hall, so it shows the hall's clock. */}
        <p className="flex flex-wrap gap-x-8 gap-y-1 font-semibold">
          <span>
            {weekday} {date}, {time} <span className="font-normal text-muted">{place} time</span>
          </span>
          {event.venue ? <span>{event.venue}</span> : null}
        </p>
      </header>
      <Section title="Teams" aside={Object.keys(state.teams).length || null} className="break-inside-avoid">
        <TeamsTable roster={roster} state={state} />
      </Section>
      <Section title="Rules" aside={state.rules.name} className="break-inside-avoid">
        <RulesPanel rules={state.rules} />
      </Section>
      {sets.length === 0 ? (
        <EmptyState
          title="No players yet"
          words="Import a list or let players register: they stand here in the running order, set by set."
        />
      ) : (
        sets.map((set, at) => (
          <SetTable key={set.id} set={set} firstNumber={numberBefore(sets, at) + 1} roster={roster} state={state} />
        ))
      )}
    </main>
  )
}

const numberBefore = (sets: readonly PoolSet[], at: number): number =>
  sets.slice(0, at).reduce((sum, { players }) => sum + players.length, 0)

function TeamsTable({ roster, state }: Pick<RunSheetProps, 'roster' | 'state'>) {
  if (roster.teams.length === 0)
    return <EmptyState className="mt-2" title="No teams yet" words="An auction needs at least two." />
  const say = (amount: number) => formatMoney(amount, state.rules.currency, 'short')
  return (
    <Table aria-label="Teams">
      <thead>
        <tr>
          <Th>Team</Th>
          <Th numeric>Purse left</Th>
          <Th numeric>Squad</Th>
          <Th className="w-2/5">Notes</Th>
        </tr>
      </thead>
      <tbody>
        {roster.teams.map(({ teamId, name, short, colour }) => {
          const team = state.teams[teamId]
          return (
            <Tr key={teamId}>
              <Td>
                <span className="flex items-center gap-3">
                  <TeamChip size="sm" shortName={short} name={name} colour={colour} />
                  <span className="break-words">{name}</span>
                </span>
              </Td>
              <Td numeric>{team ? say(purseLeft(team)) : '–'}</Td>
              <Td numeric>{team ? `${team.squad.length} of ${state.rules.squad.max}` : '–'}</Td>
              <Td />
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}

type SetTableProps = { set: PoolSet; firstNumber: number } & Pick<RunSheetProps, 'roster' | 'state'>

function SetTable({ set, firstNumber, roster, state }: SetTableProps) {
  const { currency } = state.rules
  return (
    <Section title={set.name} aside={`${set.players.length} ${set.players.length === 1 ? 'player' : 'players'}`}>
      <Table aria-label={set.name}>
        <thead>
          <tr>
            <Th numeric className="w-10">
              No.
            </Th>
            <Th>Player</Th>
            <Th>Role</Th>
            <Th numeric>Base</Th>
            <Th className="w-1/5">Sold to</Th>
            <Th className="w-1/6">Price</Th>
          </tr>
        </thead>
        <tbody>
          {set.players.map((player, at) => {
            const { soldTo, price } = outcome(player.status, roster, currency)
            return (
              <Tr key={player.id} className="break-inside-avoid">
                <Td numeric className="text-muted">
                  {firstNumber + at}
                </Td>
                <Td>
                  <span className="font-semibold break-words">{player.name}</span>
                  <span className="block text-xs text-muted">
                    {[player.country, player.overseas === true ? 'overseas' : ''].filter(Boolean).join(', ')}
                  </span>
                </Td>
                <Td>{player.role}</Td>
                <Td numeric>{formatMoney(player.base, currency, 'short')}</Td>
                <Td className="border-l">{soldTo}</Td>
                <Td className="border-l tabular-nums">{price}</Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
    </Section>
  )
}

/** What to print beside a player; empty where it is still to be written by hand. */
function outcome(status: PlayerStatus, roster: Roster, currency: string): { soldTo: string; price: string } {
  const team = (id: string) => roster.teams.find(({ teamId }) => teamId === id)?.short ?? ''
  switch (status.is) {
    case 'waiting':
    case 'on_block':
      return { soldTo: '', price: '' }
    case 'sold':
      return { soldTo: team(status.team), price: formatMoney(status.amount, currency, 'short') }
    case 'retained':
      return { soldTo: `${team(status.team)}, retained`, price: formatMoney(status.amount, currency, 'short') }
    case 'unsold':
      return { soldTo: 'Unsold', price: '' }
    case 'withdrawn':
      return { soldTo: 'Withdrawn', price: '' }
    default:
      return status satisfies never
  }
}
