'use client'

import { Badge, Button, ErrorState, formatMoney, Section, SkeletonRows, Table, Td, Th, Tr } from '@gavel/ui'
import { UserPlus } from 'lucide-react'
import { saidBy } from '../../api-error.ts'
import { NationalityMark } from '../player-cells.tsx'
import { Unreadable } from './columns-step.tsx'
import type { Preview } from './list-fields.ts'
import { RefusedRows } from './refused-rows.tsx'
import type { Import } from './use-import.ts'
import { WorthALook } from './worth-a-look.tsx'

type RowsStepProps = { bring: Import; currency: string; closed: string | null }

/** The third step: who comes in, who is known, which rows are refused and why. */
export function RowsStep({ bring, currency, closed }: RowsStepProps) {
  const { preview, file } = bring
  if (preview.error && !preview.data) return <Unreadable bring={bring} />
  if (!preview.data) return <SkeletonRows rows={8} words={`Reading ${file?.name ?? 'the list'}`} />
  const { rows, fresh, known, warnings, players } = preview.data
  const busy = bring.bring.isPending
  const off =
    closed ??
    (bring.unchecked
      ? 'Check the corrected rows first'
      : fresh === 0
        ? 'Everybody in this list is in the pool already'
        : null)
  return (
    <div className="grid gap-8">
      <Counts counts={preview.data} fileName={file?.name ?? 'The list'} />
      <WorthALook warnings={warnings} />
      <RefusedRows bring={bring} preview={preview.data} />
      {players.length > 0 ? (
        <Section
          title="As they will come in"
          aside={rows > players.length ? `The first ${players.length} of ${fresh + known}` : null}
        >
          <PreviewTable players={players} currency={currency} />
          <PreviewCards players={players} currency={currency} />
        </Section>
      ) : null}
      {bring.bring.error ? (
        <ErrorState
          title="The import stopped"
          words={`${saidBy(bring.bring.error)} Whoever came in before stays; importing again completes the list and adds nobody twice.`}
        />
      ) : null}
      <div className="sticky bottom-0 z-10 -mx-4 grid gap-3 border-t bg-surface px-4 py-3 sm:mx-0 sm:px-0">
        {busy ? <progress aria-label="Importing the players" className="h-1.5 w-full accent-(--color-accent)" /> : null}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button onClick={() => bring.go('columns')}>Back to the columns</Button>
          <Button
            look="primary"
            busy={busy}
            disabledReason={busy ? null : off}
            icon={<UserPlus aria-hidden className="size-4" />}
            onClick={bring.run}
          >
            {busy ? 'Importing' : `Import ${fresh} ${fresh === 1 ? 'player' : 'players'}`}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** The list in four figures. */
function Counts({
  counts,
  fileName,
}: {
  counts: Pick<Preview, 'rows' | 'fresh' | 'known' | 'refused'>
  fileName: string
}) {
  const figures = [
    { words: 'Rows', count: counts.rows },
    { words: 'New', count: counts.fresh },
    { words: 'In the pool already', count: counts.known },
    { words: 'Refused', count: counts.refused.length, look: counts.refused.length > 0 ? 'text-bad' : '' },
  ]
  return (
    <section aria-label="What would come of the list" className="grid gap-2">
      <p role="status" className="sr-only">
        {fileName}: {counts.fresh} new, {counts.known} in the pool already, {counts.refused.length} refused
      </p>
      <p className="text-sm break-words text-muted">{fileName}</p>
      <dl className="ruled grid grid-cols-2 sm:grid-cols-4">
        {figures.map(({ words, count, look }) => (
          <div
            key={words}
            className="flex flex-col-reverse border-b py-2 sm:border-b-0 sm:border-l sm:px-4 sm:first:border-l-0 sm:first:pl-0"
          >
            <dt className="text-sm text-muted">{words}</dt>
            <dd className={`text-xl font-semibold tabular-nums ${look ?? ''}`}>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type PreviewProps = { players: Preview['players']; currency: string }

function PreviewTable({ players, currency }: PreviewProps) {
  const someKnown = players.some(({ known }) => known)
  return (
    <div className="max-sm:hidden">
      <Table aria-label="Players as they will come in">
        <thead>
          <tr>
            <Th numeric className="w-14">
              Row
            </Th>
            <Th>Player</Th>
            <Th>Country</Th>
            <Th>Role</Th>
            <Th>Set</Th>
            <Th numeric>Base</Th>
            {someKnown ? <Th>In the pool</Th> : null}
          </tr>
        </thead>
        <tbody>
          {players.map((player) => (
            <Tr key={player.row}>
              <Td numeric className="text-muted">
                {player.row}
              </Td>
              <Td className="font-semibold break-words">{player.name}</Td>
              <Td>
                <span className="flex flex-wrap items-center gap-x-2">
                  {player.country}
                  <NationalityMark overseas={player.overseas} />
                </span>
              </Td>
              <Td>{player.role}</Td>
              <Td>{player.set}</Td>
              <Td numeric>
                <Base player={player} currency={currency} />
              </Td>
              {someKnown ? <Td>{player.known ? <Badge>Known</Badge> : null}</Td> : null}
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function PreviewCards({ players, currency }: PreviewProps) {
  return (
    <ul aria-label="Players as they will come in" className="grid sm:hidden">
      {players.map((player) => (
        <li key={player.row} className="grid gap-0.5 border-b py-2 text-sm last:border-b-0">
          <span className="flex items-baseline justify-between gap-3">
            <span className="font-semibold break-words">{player.name}</span>
            <span className="tabular-nums">
              <Base player={player} currency={currency} />
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-x-2 text-muted">
            {[player.role, player.country, player.set].filter(Boolean).join(' · ')}
            <NationalityMark overseas={player.overseas} />
            {player.known ? <Badge>Known</Badge> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Base({ player, currency }: { player: Preview['players'][number]; currency: string }) {
  const said = formatMoney(player.base, currency, 'short')
  return player.baseAssumed ? (
    <span className="text-muted">
      {said}
      <span className="sr-only"> (not in the list)</span>
      <span aria-hidden>*</span>
    </span>
  ) : (
    said
  )
}
