import type { SeasonFigures, SportSeason } from '@gavel/api'
import type { AuctionState, PlayerId, PlayerStatus } from '@gavel/auction'
import { Badge, Button, formatMoney, Monogram, Section, TeamChip, teamStyle } from '@gavel/ui'
import Link from 'next/link'
import { PlayerSeason } from '../../matches/player-season.tsx'
import { paths } from '../../paths.ts'
import type { Directory } from '../../rooms/directory.ts'
import { Markdown } from '../markdown.tsx'

type SoldPlayerProps = {
  auctionId: string
  event: { slug: string; name: string }
  auction: AuctionState
  directory: Directory
  player: PlayerId
  /** The person behind the player, where there is a page of them to be read. */
  person: { userId: string } | null
  /** What the organiser asks of a sold player, where the viewer is that player; null for everybody else. */
  yours: { nextSteps: string } | null
  /** Where in the log he was last called; null where he was not. */
  calledAt: number | null
  /** What he has done since in the event's matches: in cricket, null while he has not played, and in other sports. */
  cricket: SeasonFigures | null
  otherSports: readonly SportSeason[]
}

/** What became of one player: for himself the news with what to do next, for everybody else a card worth sharing. */
export function SoldPlayer(props: SoldPlayerProps) {
  const { auctionId, event, auction, directory, player: id, person, yours, calledAt, cricket, otherSports } = props
  const card = directory.player(id)
  const player = auction.players[id]
  const { currency } = auction.rules
  const status: PlayerStatus = player?.status ?? { is: 'waiting' }
  const teamId = status.is === 'sold' || status.is === 'retained' ? status.team : null
  const team = teamId ? directory.team(teamId) : null
  const amount = status.is === 'sold' || status.is === 'retained' ? status.amount : null
  const rises = amount && player && status.is === 'sold' && amount >= 2 * player.base ? amount / player.base : null
  return (
    <main id="main" className="mx-auto grid w-full max-w-3xl grid-cols-1 content-start gap-8 px-4 pt-8 pb-16 sm:px-6">
      <article
        style={team ? teamStyle(team.colour) : undefined}
        className="overflow-hidden rounded-card border bg-raised"
      >
        {team ? (
          <p className="team-fill flex flex-wrap items-center justify-between gap-3 px-5 py-3 font-semibold">
            <span>{team.name}</span>
            <span className="text-lg font-bold">{team.short}</span>
          </p>
        ) : null}
        <div className="grid grid-cols-[min(7rem,26vw)_minmax(0,1fr)] items-start gap-5 p-5 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <Monogram name={card.name} src={card.photoUrl} size="fill" />
          <div className="grid content-start gap-3">
            <p className="text-sm text-muted">
              <Link href={paths.event(event.slug)} className="underline">
                {event.name}
              </Link>
            </p>
            <h1 className="text-xl break-words sm:text-2xl">{yours ? headlineForYou(status) : card.name}</h1>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
              {yours ? <span className="font-semibold text-ink">{card.name}</span> : null}
              {[card.role, card.country].filter(Boolean).join(' · ')}
              {player?.overseas ? <Badge>Overseas</Badge> : null}
            </p>
            {amount === null ? (
              <p className="text-lg font-semibold">{WITHOUT_TEAM[status.is as keyof typeof WITHOUT_TEAM]}</p>
            ) : (
              <p className="grid gap-1">
                <span className="text-2xl font-bold tabular-nums">{formatMoney(amount, currency)}</span>
                <span className="text-sm text-muted tabular-nums">
                  {status.is === 'retained'
                    ? 'Retained before the auction'
                    : `Sold as lot ${status.is === 'sold' ? status.lot : ''}`}
                  {player ? ` · base ${formatMoney(player.base, currency)}` : ''}
                  {rises ? ` · ${rises >= 10 ? Math.round(rises) : Math.round(rises * 10) / 10} times the base` : ''}
                </span>
              </p>
            )}
          </div>
        </div>
      </article>
      {yours && team ? (
        <Section title="What happens next">
          {yours.nextSteps.trim() ? (
            <Markdown text={yours.nextSteps} className="pt-2" />
          ) : (
            <p className="pt-2 text-muted">
              {team.name} will be in touch. The organiser of {event.name} has not written anything more yet.
            </p>
          )}
        </Section>
      ) : null}
      <PlayerSeason cricket={cricket} others={otherSports} currency={currency} />
      <nav aria-label="Go on" className="flex flex-wrap gap-2">
        <Button asChild look={team ? 'ink' : 'plain'}>
          <Link href={paths.results(auctionId)}>
            {team ? <TeamChip size="sm" shortName={team.short} name={team.name} colour={team.colour} /> : null}
            {team ? 'See the squads' : 'See the results'}
          </Link>
        </Button>
        {calledAt === null ? null : (
          <Button asChild>
            <Link href={paths.moment(auctionId, calledAt)}>Watch the bids</Link>
          </Button>
        )}
        {person ? (
          <Button asChild>
            <Link href={paths.person(person.userId)}>{yours ? 'Your page' : `All seasons of ${card.name}`}</Link>
          </Button>
        ) : null}
        <Button asChild>
          <Link href={paths.auction(auctionId)}>
            {auction.phase.is === 'ended' ? 'Watch the auction again' : 'Auction room'}
          </Link>
        </Button>
      </nav>
    </main>
  )
}

/** What stands in place of a price. */
const WITHOUT_TEAM = {
  waiting: 'Not called yet',
  on_block: 'Up for sale right now',
  unsold: 'Unsold',
  withdrawn: 'Withdrawn',
} as const

function headlineForYou({ is }: PlayerStatus): string {
  if (is === 'sold') return 'You were sold'
  if (is === 'retained') return 'You were retained'
  if (is === 'unsold') return 'You went unsold'
  if (is === 'withdrawn') return 'You were withdrawn'
  return 'You are in the auction'
}
