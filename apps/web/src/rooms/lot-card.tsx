import type { AuctionState, PlayerId } from '@gavel/auction'
import { Badge, cn, formatMoney, Monogram } from '@gavel/ui'
import type { Directory, PlayerCard } from './directory.ts'

type LotCardProps = {
  auction: AuctionState
  directory: Directory
  player: PlayerId
  lot: number | null
  className?: string
}

/** Who is up: face, name, and the facts as rows of a scorecard. */
export function LotCard({ auction, directory, player: id, lot, className }: LotCardProps) {
  const card = directory.player(id)
  const player = auction.players[id]
  const facts = factsOf(card)
  // Said where it decides something: last season's team may match the price.
  const former = auction.rules.match && player?.formerTeam ? directory.team(player.formerTeam).name : null
  return (
    <section aria-label="The player" className={cn('ruled grid content-start gap-x-4 gap-y-3 pt-4', className)}>
      <div className="grid grid-cols-[min(5.5rem,24cqw)_minmax(0,1fr)] items-start gap-4 @max-[15rem]:grid-cols-[minmax(0,1fr)] @5xl:grid-cols-1">
        <Monogram
          name={card.name}
          src={card.photoUrl}
          size="fill"
          className={cn('@max-[15rem]:hidden @5xl:max-w-52', !card.photoUrl && '@5xl:hidden')}
        />
        {card.photoUrl ? null : <Monogram name={card.name} size="plate" className="hidden @5xl:block" />}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            {lot === null ? null : <span className="plate h-6 font-semibold">Lot {lot}</span>}
            {player ? <span>{directory.set(player.set)}</span> : null}
          </p>
          <h2 className="text-xl leading-8 break-words">{card.name}</h2>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
            {[card.role, card.country].filter(Boolean).join(' · ')}
            {player?.overseas ? <Badge>Overseas</Badge> : null}
          </p>
        </div>
      </div>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-x-4 text-sm @5xl:grid-cols-1">
        {player ? <Fact label="Base price" value={formatMoney(player.base, auction.rules.currency)} strong /> : null}
        {former ? <Fact label="Last season" value={former} /> : null}
        {facts.map(([label, value], at) => (
          <Fact key={label} label={label} value={value} className={at < ON_A_PHONE ? undefined : 'hidden @5xl:flex'} />
        ))}
      </dl>
    </section>
  )
}

type FactProps = { label: string; value: string; strong?: boolean; className?: string | undefined }

function Fact({ label, value, strong = false, className }: FactProps) {
  return (
    <div className={cn('flex min-h-8 items-center justify-between gap-3 border-t py-1', className)}>
      <dt className="text-muted">{label}</dt>
      <dd className={cn('min-w-0 text-right break-words tabular-nums', strong && 'font-semibold')}>{value}</dd>
    </div>
  )
}

/** Facts beside the base price that a phone shows; more would push the price from its first screen. */
const ON_A_PHONE = 3
const ON_A_DESK = 9

function factsOf(card: PlayerCard): [string, string][] {
  const facts: [string, string][] = []
  if (card.age !== null) facts.push(['Age', String(card.age)])
  if (card.caps !== null) facts.push(['Caps', String(card.caps)])
  for (const [label, value] of Object.entries(card.stats))
    if (value !== '' && !PLACE.test(label)) facts.push([plainLabel(label), spaced(value)])
  return facts.slice(0, ON_A_DESK)
}

/** Headings that say where a player stands in the list; the set is shown anyway. */
const PLACE = /^(set|no\b|sr\b|serial)/i

/** A list's heading as words: `Previous_IPL_Teams` reads `Previous IPL Teams`. */
const plainLabel = (label: string) => label.replaceAll('_', ' ').trim()
/** Lists without blanks cannot be broken into lines. */
const spaced = (value: string) => value.replace(/,(?=\S)/g, ', ')
