'use client'

import { Button, Dialog, Kbd } from '@gavel/ui'
import { Keyboard } from 'lucide-react'
import { ACTION_NAMES, ACTIONS } from './actions.ts'

/** Keys that go to a place of the desk instead of doing something. */
const PLACES: readonly (readonly [key: string, does: string])[] = [
  ['/', 'Find a player'],
  ['j', 'Jump to a set'],
  ['l', 'The running order: arrow keys choose, Alt with an arrow key moves'],
  ['f', 'A raised hand: then the letter of the team; with many open lots, arrow keys choose the lot'],
  ['a', 'An announcement to all screens, without a pause'],
  ['m', 'A pause with a message to all screens'],
  ['k', 'Notes'],
  ['v', 'Call-outs by voice, on or off'],
  ['?', 'These keys'],
]

type KeysHelpProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** Every key of the desk. They work from anywhere on the page, except while somebody types. */
export function KeysHelp({ open, onOpenChange }: KeysHelpProps) {
  return (
    <Dialog
      from="side"
      title="Keys"
      words="They work from anywhere on the page, except while you type. Escape leaves a field."
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button look="quiet" size="sm" aria-keyshortcuts="?" icon={<Keyboard aria-hidden className="size-4" />}>
          <span className="max-xl:sr-only">Keys</span>
        </Button>
      }
    >
      <dl
        tabIndex={0}
        className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 text-sm *:min-h-9 *:border-b *:py-1.5"
      >
        {ACTION_NAMES.map((name) => {
          const { key, face, twice } = ACTIONS[name]
          return <KeyRow key={name} letter={key} does={twice ? `${face}: press it twice` : face} />
        })}
        {PLACES.map(([key, does]) => (
          <KeyRow key={key} letter={key} does={does} />
        ))}
      </dl>
    </Dialog>
  )
}

function KeyRow({ letter, does }: { letter: string; does: string }) {
  return (
    <>
      <dt className="flex items-center">
        <Kbd>{letter.toUpperCase()}</Kbd>
        <span className="sr-only">{letter}</span>
      </dt>
      <dd>{does}</dd>
    </>
  )
}
