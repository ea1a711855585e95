import type { BySide, Names, ScoredSport, SetupOf, Side, TeamSheet } from '@gavel/scoring'
import { Badge, EmptyState, Section, TeamChip } from '@gavel/ui'
import { besideIn, sheetKind } from '../sheets.ts'
import type { MatchInfo } from './match-info.ts'

type SquadsProps = {
  info: MatchInfo
  setup: SetupOf<ScoredSport>
  names: Names
  /** Those who play now, with whoever was brought in; left out, the sheets say. */
  playing?: BySide<readonly string[]>
  /** What a player has done, in a few words each. */
  notes?: ReadonlyMap<string, readonly string[]> | null | undefined
}

/** Who plays for either side, and who officiates. */
export function Squads({ info, setup, names, playing, notes }: SquadsProps) {
  const { officials = [] } = setup
  const kind = sheetKind(info.sport)
  return (
    <div className="grid gap-10">
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {(['home', 'away'] as const).map((side) => (
          <Squad
            key={side}
            side={side}
            info={info}
            sheet={setup.sides[side]}
            players={playing?.[side] ?? setup.sides[side].players}
            beside={besideIn(setup, info.sport, side)}
            besideName={kind.beside?.name ?? ''}
            names={names}
            notes={notes ?? null}
          />
        ))}
      </div>
      {officials.length > 0 ? (
        <Section title="Officials">
          <dl className="grid">
            {officials.map(({ role, person }) => (
              <div key={`${role} ${person}`} className="flex flex-wrap gap-x-3 border-b py-2 last:border-b-0">
                <dt className="w-32 text-muted">{role}</dt>
                <dd>{names.player(person)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ) : null}
    </div>
  )
}

type SquadProps = {
  side: Side
  info: MatchInfo
  sheet: TeamSheet
  players: readonly string[]
  beside: readonly string[]
  besideName: string
  names: Names
  notes: NonNullable<SquadsProps['notes']> | null
}

function Squad({ side, info, sheet, players, beside, besideName, names, notes }: SquadProps) {
  const { name, short, colour } = info.sides[side]
  const row = (player: string, place: string) => (
    <li key={player} className="flex min-h-10 items-center gap-3 border-b py-1.5 last:border-b-0">
      <span className="w-6 shrink-0 text-right text-sm text-muted tabular-nums">{place}</span>
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
        <span className="min-w-0 break-words">{names.player(player)}</span>
        {player === sheet.captain ? <Badge>Captain</Badge> : null}
        {player === sheet.keeper ? <Badge>Keeper</Badge> : null}
        {sheet.players.includes(player) || beside.includes(player) ? null : <Badge tone="accent">Substitute</Badge>}
        {notes?.has(player) ? (
          <span className="text-sm text-muted tabular-nums">{notes.get(player)?.join(', ')}</span>
        ) : null}
      </span>
    </li>
  )
  return (
    <Section title={name} aside={<TeamChip size="sm" shortName={short} name={name} colour={colour} />}>
      {players.length === 0 ? (
        <EmptyState title="No line-up yet" words="Who plays stands here once the side has handed in its sheet." />
      ) : (
        <ol className="grid">{players.map((player, index) => row(player, String(index + 1)))}</ol>
      )}
      {beside.length > 0 ? (
        <>
          <h3 className="border-b pt-4 pb-1.5 text-sm font-semibold text-muted">{besideName}</h3>
          <ul className="grid">{beside.map((player) => row(player, '·'))}</ul>
        </>
      ) : null}
    </Section>
  )
}
