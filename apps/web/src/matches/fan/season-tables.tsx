import type { MatchTable } from '@gavel/api'
import { cn, EmptyState, Section, Table, Td, TeamChip, Th, Tr } from '@gavel/ui'
import { ShortTh } from '../../features/short-th.tsx'
import { pointsTakenWords } from '../points-words.ts'

type SeasonTablesProps = {
  tables: readonly MatchTable[]
  /** Teams whose rows stand out. */
  mine?: readonly (string | null)[]
  level?: 2 | 3
}

/** The tables of an event: one for a league, one a group where there are groups. */
export function SeasonTables({ tables, mine = [], level = 3 }: SeasonTablesProps) {
  if (tables.length === 0)
    return (
      <EmptyState title="No table yet" words="Points stand here once matches of a league or a group are arranged." />
    )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {tables.map(({ title, columns, rows, explains, taken }) => (
        <Section key={title} title={title} level={level}>
          <Table aria-label={title}>
            <thead>
              <tr>
                <Th numeric>#</Th>
                <Th>Team</Th>
                {columns.map(({ short, name }) => (
                  <ShortTh key={short} short={short} name={name} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ team, cells }, index) => (
                <Tr key={team.team} className={cn(mine.includes(team.team) && 'bg-sunken')}>
                  <Td numeric className="text-muted">
                    {index + 1}
                  </Td>
                  <Td>
                    <span className="flex min-w-32 flex-wrap items-center gap-2">
                      <TeamChip size="sm" shortName={team.short} name={team.name} colour={team.colour} />
                      <span className="min-w-0 break-words">{team.name}</span>
                    </span>
                  </Td>
                  {cells.map((cell, at) => (
                    <Td
                      key={columns[at]?.short ?? at}
                      numeric
                      className={cn(columns[at]?.strong === true && 'font-bold')}
                    >
                      {cell}
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
          <p className="pt-2 text-sm text-muted">{explains}</p>
          {taken.length > 0 ? (
            <ul aria-label={`Points taken: ${title}`} className="pt-1 text-sm">
              {taken.map(({ id, team, points, reason }) => (
                <li key={id} className="break-words">
                  {pointsTakenWords(rows.find((row) => row.team.team === team)?.team.name ?? 'A team', points)}.{' '}
                  {reason}
                </li>
              ))}
            </ul>
          ) : null}
        </Section>
      ))}
    </div>
  )
}
