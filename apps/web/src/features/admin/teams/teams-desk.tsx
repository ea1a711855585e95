'use client'

import type { EventSetup } from '@gavel/api'
import { Button, Dialog, EmptyState, formatMoney, Table, Td, Th, Tr } from '@gavel/ui'
import { Hand, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { Invite } from '../../invite/invite.tsx'
import { DeskTitle } from '../desk/desk-title.tsx'
import { Paddles } from './paddles.tsx'
import { type DeskTeam, TeamForm } from './team-form.tsx'
import { Face, Owners, RemoveTeam } from './team-row.tsx'

type TeamsDeskProps = {
  setup: Pick<EventSetup, 'event' | 'teams' | 'phase' | 'rules'>
  /** Where phones reach this installation. */
  origin: string
}

type Shown = { is: 'add' } | { is: 'bring' } | { is: 'edit' | 'paddles'; teamId: string } | null

/** The teams of an event: how they look, what they may spend, who bids for them. */
export function TeamsDesk({ setup: { event, teams, phase, rules }, origin }: TeamsDeskProps) {
  const [shown, setShown] = useState<Shown>(null)
  const close = () => setShown(null)
  const auctionId = event.auctionId
  const started = phase === 'running' || phase === 'paused' || phase === 'ended'
  const over =
    event.status === 'cancelled'
      ? 'The event is cancelled: its teams stay as they are.'
      : phase === 'ended'
        ? 'The auction is over: its teams stay as they are.'
        : null
  const full =
    event.taken.teams >= event.capacity.teams
      ? `All ${event.capacity.teams} team places are taken. Make more places among the details.`
      : null
  const closed = over ?? (started ? 'The auction has started: no team comes or goes.' : null)
  const chosen = shown && 'teamId' in shown ? teams.find(({ teamId }) => teamId === shown.teamId) : undefined
  if (!auctionId) {
    return (
      <>
        <DeskTitle title="Teams" />
        <EmptyState
          title="The auction is not made yet"
          words="Publish the event: that makes its auction, and then its teams."
        />
      </>
    )
  }
  const form = {
    auctionId,
    currency: event.currency,
    purse: rules.purse,
    price: rules.basePrices.at(-1) ?? 1,
    purseFixed: closed && 'The auction has started: purses stay as they are.',
    done: close,
  }
  const say = (amount: number) => formatMoney(amount, event.currency, 'short')
  const toDo = (team: DeskTeam) => (
    <span className="flex items-center">
      <Button
        look="quiet"
        size="sm"
        icon={<Hand aria-hidden className="size-4" />}
        aria-label={`Paddles of ${team.name}`}
        onClick={() => setShown({ is: 'paddles', teamId: team.teamId })}
      >
        Paddles
      </Button>
      <Button
        look="quiet"
        size="sm"
        icon={<Pencil aria-hidden className="size-4" />}
        aria-label={`Change ${team.name}`}
        disabledReason={over}
        onClick={() => setShown({ is: 'edit', teamId: team.teamId })}
      >
        Change
      </Button>
      <RemoveTeam auctionId={auctionId} team={team} closed={closed} />
    </span>
  )
  return (
    <>
      <DeskTitle
        title="Teams"
        words={`${teams.length} of ${event.capacity.teams} places. Each holds ${formatMoney(rules.purse, event.currency)} and buys ${rules.squad.min} to ${rules.squad.max} players.`}
        actions={
          <>
            <Button disabledReason={closed ?? full} onClick={() => setShown({ is: 'bring' })}>
              Invite an owner
            </Button>
            <Button
              look="primary"
              icon={<Plus aria-hidden className="size-4" />}
              disabledReason={closed ?? full}
              onClick={() => setShown({ is: 'add' })}
            >
              Add a team
            </Button>
          </>
        }
      />
      {teams.length === 0 ? (
        <EmptyState
          title="No teams yet"
          words="Add them here, invite owners who bring their own, or let owners register on the event page. An auction needs at least two."
          action={
            <Button look="primary" disabledReason={closed ?? full} onClick={() => setShown({ is: 'add' })}>
              Add the first team
            </Button>
          }
        />
      ) : (
        <Table aria-label="Teams" className="ruled">
          <thead>
            <tr>
              <Th>Team</Th>
              <Th className="max-md:hidden">Who bids</Th>
              <Th numeric className="max-sm:hidden">
                Purse
              </Th>
              {started ? (
                <>
                  <Th numeric className="max-sm:hidden">
                    Spent
                  </Th>
                  <Th numeric className="max-sm:hidden">
                    Squad
                  </Th>
                </>
              ) : null}
              <Th className="max-sm:hidden">
                <span className="sr-only">What to do</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <Tr key={team.teamId} className="align-top sm:align-middle">
                <Td>
                  <span className="flex min-w-0 items-start gap-3 md:items-center">
                    <Face team={team} />
                    <span className="grid min-w-0 gap-1">
                      <span className="font-semibold [overflow-wrap:anywhere]">{team.name}</span>
                      <Owners team={team} className="md:hidden" />
                      <span className="text-sm text-muted tabular-nums sm:hidden">
                        {started
                          ? `${say(team.spent)} of ${say(team.purse)} spent, ${team.squad} players`
                          : `Purse ${say(team.purse)}`}
                      </span>
                      <span className="-ml-3 sm:hidden">{toDo(team)}</span>
                    </span>
                  </span>
                </Td>
                <Td className="max-md:hidden">
                  <Owners team={team} />
                </Td>
                <Td numeric className="max-sm:hidden">
                  {say(team.purse)}
                </Td>
                {started ? (
                  <>
                    <Td numeric className="max-sm:hidden">
                      {say(team.spent)}
                    </Td>
                    <Td numeric className="max-sm:hidden">
                      {team.squad}
                    </Td>
                  </>
                ) : null}
                <Td className="max-sm:hidden">
                  <span className="flex justify-end">{toDo(team)}</span>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      <Dialog from="side" title="Add a team" open={shown?.is === 'add'} onOpenChange={close}>
        <TeamForm {...form} team={null} others={teams} />
      </Dialog>
      <Dialog
        from="side"
        title="Invite an owner"
        words="Who accepts brings a team: its name, short name and colour. It takes a place, and its paddle is ready at once."
        open={shown?.is === 'bring'}
        onOpenChange={close}
      >
        <Invite
          slug={event.slug}
          origin={origin}
          invited="owner"
          teamId={null}
          whom="the owner of a new team"
          face="Make the invitation"
          look="primary"
        />
      </Dialog>
      <Dialog
        from="side"
        title={`Change ${chosen?.name ?? 'the team'}`}
        open={shown?.is === 'edit' && chosen !== undefined}
        onOpenChange={close}
      >
        {chosen ? (
          <TeamForm {...form} key={chosen.teamId} team={chosen} others={teams.filter((team) => team !== chosen)} />
        ) : null}
      </Dialog>
      <Dialog
        from="side"
        title={`Who bids for ${chosen?.name ?? 'the team'}`}
        open={shown?.is === 'paddles' && chosen !== undefined}
        onOpenChange={close}
      >
        {chosen ? (
          <Paddles
            key={chosen.teamId}
            slug={event.slug}
            auctionId={auctionId}
            origin={origin}
            team={chosen}
            closed={over}
          />
        ) : null}
      </Dialog>
    </>
  )
}
