'use client'

import { Button, Dialog, DialogClose, Table, Td, Th, Tr } from '@gavel/ui'
import type { Change } from './changes.ts'

type SaveBarProps = {
  /** Null where the form holds something that cannot be read yet. */
  changes: Change[] | null
  busy: boolean
  disabledReason: string | null
  onDiscard: () => void
}

/** What a save would change, and the save; it stands at the foot of the window while something is unsaved. */
export function SaveBar({ changes, busy, disabledReason, onDiscard }: SaveBarProps) {
  const count = changes?.length ?? 0
  if (changes && count === 0) return null
  const words = changes ? `${count} unsaved ${count === 1 ? 'change' : 'changes'}` : 'Unsaved changes'
  return (
    <div className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t bg-raised px-4 py-3 shadow-lift sm:mx-0 sm:rounded-card sm:border">
      <p role="status" className="min-w-0 flex-1 text-sm font-semibold tabular-nums">
        {words}
      </p>
      {changes ? (
        <Dialog
          title="What will change"
          trigger={<Button look="quiet">Look at {count === 1 ? 'it' : 'them'}</Button>}
          actions={
            <DialogClose asChild>
              <Button>Close</Button>
            </DialogClose>
          }
        >
          <Table aria-label="What will change">
            <thead>
              <tr>
                <Th>What</Th>
                <Th>From</Th>
                <Th>To</Th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ label, from, to }) => (
                <Tr key={label}>
                  <Td className="font-semibold">{label}</Td>
                  <Td className="break-words text-muted">{from}</Td>
                  <Td className="break-words">{to}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Dialog>
      ) : null}
      <Button onClick={onDiscard}>Discard</Button>
      <Button type="submit" look="primary" busy={busy} disabledReason={disabledReason}>
        {busy ? 'Saving' : 'Save'}
      </Button>
    </div>
  )
}
