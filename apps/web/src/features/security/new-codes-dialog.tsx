'use client'

import { Button, Dialog } from '@gavel/ui'
import { Download } from 'lucide-react'
import { useMemo } from 'react'
import { CopyButton } from '../join/copy-button.tsx'

/** Shows recovery codes, this once: to write down, to copy, or to keep as a file. */
export function NewCodesDialog({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = codes.join('\n')
  const file = useMemo(
    () => `data:text/plain;charset=utf-8,${encodeURIComponent(`Gavel recovery codes\n\n${text}\n`)}`,
    [text],
  )
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onDone()
      }}
      title="Your recovery codes"
      words="Each lets you in once if you lose your app. They are shown only now, and replace any before them."
      actions={
        <>
          <CopyButton text={text} words="Copy all" />
          <Button asChild>
            <a href={file} download="gavel-recovery-codes.txt">
              <Download aria-hidden className="size-4" />
              Save as a file
            </a>
          </Button>
          <Button look="primary" onClick={onDone}>
            I have kept them
          </Button>
        </>
      }
    >
      <ol aria-label="Recovery codes" className="grid gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="tabular-nums">
            {code}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
