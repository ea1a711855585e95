'use client'

import type { ImportReport } from '@gavel/api'
import { Button, cn, ErrorState, Table, Td, Th, Tr } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { Download, FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { appCodeOf, saidBy } from '../api-error.ts'
import { base64Of } from './base64.ts'
import { refusedCsv } from './refused-csv.ts'

type ImportPlayersProps = { slug: string; closed: string | null }

/** Larger files are refused by the server; saying so before the upload saves a slow line. */
const MAX_BYTES = 32 * 1024 * 1024

/** What the pool holds after a list that failed. */
const KEPT = {
  nothing: 'The pool is as it was.',
  some: 'Rows that had been read are kept; sending the list again completes it and adds nobody twice.',
} as const

/** Brings a list of players into the pool: drop a file or choose one, then read what became of each row. */
export function ImportPlayers({ slug, closed }: ImportPlayersProps) {
  const trpc = useTRPC()
  const router = useRouter()
  const inputId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const bring = useMutation(trpc.auction.importPlayers.mutationOptions({ onSuccess: () => router.refresh() }))

  async function read(chosen: File | undefined) {
    if (!chosen || closed || bring.isPending) return
    bring.reset()
    setFile(chosen)
    setTooLarge(chosen.size > MAX_BYTES)
    if (chosen.size > MAX_BYTES) return
    bring.mutate({ slug, list: { base64: base64Of(new Uint8Array(await chosen.arrayBuffer())) } })
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    read(event.dataTransfer.files[0])
  }

  return (
    <div className="grid grid-cols-1 gap-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button inside does the same by keyboard */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          'grid justify-items-start gap-2 rounded-card border border-dashed border-edge px-5 py-5',
          over && 'border-accent bg-raised',
        )}
      >
        <label htmlFor={inputId} className="font-semibold">
          {bring.isPending ? `Reading ${file?.name}` : 'Drop a list of players here'}
        </label>
        <p className="max-w-prose text-sm text-muted">
          {closed ??
            'A CSV file with a line of headings: name, country, role, set, base price, age, whatever else you have. Columns are recognised by their headings and by what is in them. Sending the same list twice adds nobody twice.'}
        </p>
        <input
          ref={input}
          id={inputId}
          type="file"
          accept=".csv,.txt,text/csv"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            read(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button
          icon={<FileUp aria-hidden className="size-4" />}
          busy={bring.isPending}
          disabledReason={closed}
          onClick={() => input.current?.click()}
        >
          {bring.isPending ? 'Reading the list' : 'Choose a file'}
        </Button>
      </div>
      {tooLarge ? (
        <ErrorState
          title={`${file?.name} is too large`}
          words="A list may have 32 MB. Nothing was imported: cut it into smaller files and send one after another."
        />
      ) : null}
      {bring.error ? (
        <ErrorState
          title={`${file?.name ?? 'The list'} was not imported`}
          words={`${saidBy(bring.error)} ${KEPT[appCodeOf(bring.error) === 'LIST.UNREADABLE' ? 'nothing' : 'some']}`}
        />
      ) : null}
      {bring.data ? <Report report={bring.data} fileName={file?.name ?? 'list.csv'} /> : null}
    </div>
  )
}

function Report({ report, fileName }: { report: ImportReport; fileName: string }) {
  const { rows, imported, refused, warnings } = report
  return (
    <section
      aria-label="What became of the list"
      className="grid grid-cols-1 gap-4 rounded-card border bg-raised px-5 py-4"
    >
      <p role="status" className="font-semibold tabular-nums">
        {fileName}: {imported} of {rows} {rows === 1 ? 'row' : 'rows'} in the pool
        {refused.length > 0 ? `, ${refused.length} refused` : ''}
      </p>
      {warnings.length > 0 ? (
        <ul className="grid list-disc gap-1 pl-5 text-sm text-warn">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : null}
      {refused.length > 0 ? (
        <>
          <div className="max-h-80 overflow-y-auto">
            <Table aria-label="Refused rows">
              <thead>
                <tr>
                  <Th numeric className="w-16">
                    Row
                  </Th>
                  <Th>Why it was refused</Th>
                </tr>
              </thead>
              <tbody>
                {refused.map(({ row, reason }) => (
                  <Tr key={row}>
                    <Td numeric>{row}</Td>
                    <Td>{reason}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </div>
          <div>
            <Button asChild>
              <a href={refusedCsv(refused)} download={`refused-${fileName}`}>
                <Download aria-hidden className="size-4" />
                Download the refused rows
              </a>
            </Button>
          </div>
        </>
      ) : null}
    </section>
  )
}
