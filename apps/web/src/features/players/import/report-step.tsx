'use client'

import type { RouterOutputs } from '@gavel/api'
import { Button, Card } from '@gavel/ui'
import { CircleCheck, Download, Image, ListOrdered, Users } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../../paths.ts'
import type { Preview } from './list-fields.ts'
import { refusedCsv } from './refused-csv.ts'
import { UndoImport } from './undo-import.tsx'
import { WorthALook } from './worth-a-look.tsx'

type Report = RouterOutputs['players']['import']
type ReportStepProps = {
  slug: string
  auctionId: string
  report: Report
  columns: Preview['columns']
  fileName: string
  onAgain: () => void
}

/** What came of an import, with the way back. */
export function ReportStep({ slug, auctionId, report, columns, fileName, onAgain }: ReportStepProps) {
  const { importId, added, known, refused, warnings } = report
  const headers = columns.map(({ header }) => header)
  const next = [
    { href: paths.adminPlayers(slug), words: 'See the players', Icon: Users },
    { href: paths.adminOrder(slug), words: 'Put them in order', Icon: ListOrdered },
    { href: paths.adminPhotos(slug), words: 'Add photos', Icon: Image },
  ]
  return (
    <Card className="grid gap-4 px-5 py-5">
      <section aria-label="What became of the list" className="grid gap-4">
        <div className="flex items-start gap-3">
          <CircleCheck aria-hidden className="mt-1 size-6 shrink-0 text-good" />
          <div className="grid gap-1">
            <p role="status" className="text-lg font-semibold tabular-nums">
              {added} {added === 1 ? 'player' : 'players'} came in
            </p>
            <p className="text-sm break-words text-muted tabular-nums">
              {fileName}
              {known > 0 ? `, ${known} in the pool already` : ''}
              {refused.length > 0 ? `, ${refused.length} refused` : ''}
            </p>
          </div>
        </div>
        <WorthALook warnings={warnings} />
        <div className="flex flex-wrap gap-2">
          {next.map(({ href, words, Icon }, at) => (
            <Button key={href} asChild look={at === 0 ? 'primary' : 'plain'}>
              <Link href={href}>
                <Icon aria-hidden className="size-4" />
                {words}
              </Link>
            </Button>
          ))}
        </div>
        <div className="flex flex-wrap gap-2 border-t pt-4">
          {importId ? (
            <UndoImport
              auctionId={auctionId}
              record={{ id: importId, fileName }}
              words="Undo this import"
              onUndone={onAgain}
            />
          ) : null}
          {refused.length > 0 ? (
            <Button asChild>
              <a href={refusedCsv(headers, refused)} download={`refused-${fileName}`}>
                <Download aria-hidden className="size-4" />
                Download the refused rows
              </a>
            </Button>
          ) : null}
          <Button onClick={onAgain}>Import another list</Button>
        </div>
      </section>
    </Card>
  )
}
