import type { AuctionState, PlayerId, TeamId } from '@gavel/auction'
import { formatMoney, Table, Td, TeamChip, Th, Tr } from '@gavel/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import type { Directory } from '../../rooms/directory.ts'

export type ResultsProps = { auctionId: string; auction: AuctionState; directory: Directory }

/** A player's name that leads to his page. */
export function PlayerLink({ auctionId, directory, player }: Omit<ResultsProps, 'auction'> & { player: PlayerId }) {
  return (
    <Link href={paths.soldPlayer(auctionId, player)} className="font-semibold break-words hover:underline">
      {directory.player(player).name}
    </Link>
  )
}

export function Chip({ directory, team }: { directory: Directory; team: TeamId }) {
  const { name, short, colour } = directory.team(team)
  return <TeamChip size="sm" shortName={short} name={name} colour={colour} />
}

type Column<Row> = { name: string; numeric?: boolean; muted?: boolean; cell: (row: Row) => ReactNode }

/** A scorecard table of plain columns. */
export function PlainTable<Row>(props: {
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  columns: readonly Column<Row>[]
}) {
  const { label, rows, keyOf, columns } = props
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ name, numeric = false }) => (
            <Th key={name} numeric={numeric}>
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={keyOf(row)} className="break-inside-avoid">
            {columns.map(({ name, numeric = false, muted = false, cell }) => (
              <Td key={name} numeric={numeric} className={muted ? 'text-muted' : ''}>
                {cell(row)}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

export const shortMoney = (amount: number, currency: string) => formatMoney(amount, currency, 'short')
