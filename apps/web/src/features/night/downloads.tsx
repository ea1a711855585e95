import { Button } from '@gavel/ui'
import { Download } from 'lucide-react'
import { paths } from '../../paths.ts'
import { PrintButton } from './print-button.tsx'

const FILES = [
  { file: 'squads.csv', words: 'Squads', kind: 'CSV' },
  { file: 'players.csv', words: 'All players', kind: 'CSV' },
  { file: 'log.csv', words: 'Every bid', kind: 'CSV' },
  { file: 'auction.json', words: 'Everything', kind: 'JSON' },
] as const

/** An auction as files to keep, and as a page to print. */
export function Downloads({ auctionId }: { auctionId: string }) {
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <PrintButton />
      {FILES.map(({ file, words, kind }) => (
        <Button key={file} asChild>
          <a href={paths.exportFile(auctionId, file)} download>
            <Download aria-hidden className="size-4" />
            {words} <span className="font-normal text-muted">{kind}</span>
          </a>
        </Button>
      ))}
    </div>
  )
}
