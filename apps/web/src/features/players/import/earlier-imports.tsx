'use client'

import { Badge, EmptyState, ErrorState, Section, SkeletonRows } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { paths } from '../../../paths.ts'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { ShortTime } from '../../events/event-time.tsx'
import { UndoImport } from './undo-import.tsx'

type EarlierImportsProps = { slug: string; auctionId: string; timeZone: string }

/** The lists that have been imported, newest first, each with its way back. */
export function EarlierImports({ slug, auctionId, timeZone }: EarlierImportsProps) {
  const trpc = useTRPC()
  const imports = useQuery(trpc.players.imports.queryOptions({ auctionId }))
  return (
    <Section title="Earlier imports">
      {imports.error ? (
        <ErrorState title="The imports could not be read" words={saidBy(imports.error)} />
      ) : imports.isPending ? (
        <SkeletonRows rows={2} words="Loading the imports" />
      ) : imports.data.length === 0 ? (
        <EmptyState
          title="No list yet"
          words="Every list that you import stands here, and can be taken back as a whole."
        />
      ) : (
        <ul aria-label="Earlier imports" className="grid">
          {imports.data.map((record) => (
            <li
              key={record.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b py-3 last:border-b-0"
            >
              <div className="grid min-w-0 gap-0.5">
                <Link
                  href={`${paths.adminPlayers(slug)}?from=${encodeURIComponent(record.id)}`}
                  className="font-semibold break-all underline decoration-edge underline-offset-4 hover:decoration-ink"
                >
                  {record.fileName}
                </Link>
                <p className="flex flex-wrap gap-x-2 text-sm text-muted tabular-nums">
                  <span>{record.added} came in</span>
                  {record.known > 0 ? <span>{record.known} known</span> : null}
                  {record.refused > 0 ? <span>{record.refused} refused</span> : null}
                  <ShortTime atMs={record.atMs} timeZone={timeZone} />
                  {record.by ? <span>by {record.by}</span> : null}
                  {record.undoing ? <Badge tone="warn">Being taken back</Badge> : null}
                </p>
              </div>
              <UndoImport
                auctionId={auctionId}
                record={record}
                size="sm"
                words={record.undoing ? 'Finish the undo' : 'Undo'}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
