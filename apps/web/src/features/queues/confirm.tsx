'use client'

import { Button, Dialog } from '@gavel/ui'

/** What is about to be done, to what. */
export type Deed = {
  look: 'primary' | 'danger'
  verb: string
  title: string
  words: string
  titles: string[]
  run: () => void
}

const NAMED = 5

/** Asks before a queue is changed, and names what will be touched. */
export function Confirm({ deed, onClose }: { deed: Deed | null; onClose: () => void }) {
  if (!deed) return null
  const { look, verb, title, words, titles, run } = deed
  return (
    <Dialog
      title={title}
      words={words}
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button
            look={look}
            onClick={() => {
              run()
              onClose()
            }}
          >
            {verb}
          </Button>
        </>
      }
    >
      <ul className="grid list-disc gap-1 pl-5 text-sm">
        {titles.slice(0, NAMED).map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and the list never changes
          <li key={at} className="break-words">
            {name}
          </li>
        ))}
        {titles.length > NAMED ? <li>and {titles.length - NAMED} more</li> : null}
      </ul>
    </Dialog>
  )
}
