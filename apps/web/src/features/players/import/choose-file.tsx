'use client'

import { ErrorState } from '@gavel/ui'
import { FileUp } from 'lucide-react'
import { DropZone } from '../../files/drop-zone.tsx'

type ChooseFileProps = { onChoose: (file: File | undefined) => void; closed: string | null; unreadable: string | null }

/** The first step: drop a list, or choose it. */
export function ChooseFile({ onChoose, closed, unreadable }: ChooseFileProps) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <DropZone
        Icon={FileUp}
        title="Drop a list of players here"
        overTitle="Let go to read it"
        words="A CSV file with a line of headings, as a spreadsheet saves it. The columns may be called what they like: you see what Gavel took them for, and change it, before anybody comes in."
        face="Choose a file"
        accept=".csv,.tsv,.txt,text/csv"
        closed={closed}
        onFiles={([file]) => onChoose(file)}
      />
      {unreadable ? <ErrorState title="This file is no list" words={unreadable} /> : null}
    </div>
  )
}
