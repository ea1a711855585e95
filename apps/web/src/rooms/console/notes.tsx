'use client'

import type { PlayerId } from '@gavel/auction'
import { Field, Input, Textarea } from '@gavel/ui'
import type { RefObject } from 'react'
import type { Directory } from '../directory.ts'
import type { Notes as Sheet } from './use-notes.ts'

const MOST_LETTERS = 4_000
const MOST_ON_A_LINE = 200

type NotesProps = {
  notes: Sheet
  write: (player: PlayerId | null, text: string) => void
  /** The player chosen or next, for whom a line can be written. */
  player: PlayerId | null
  directory: Directory
  sheetRef: RefObject<HTMLTextAreaElement | null>
}

/** The auctioneer's own notes, kept in this browser. */
export function Notes({ notes, write, player, directory, sheetRef }: NotesProps) {
  const written = Object.entries(notes.players).filter(([id]) => id !== player && directory.hasPlayer(id))
  return (
    <div className="grid content-start gap-4">
      {player ? (
        <Field label={`On ${directory.player(player).name}`} hint="It stands on the desk while this player is up.">
          {(control) => (
            <Input
              {...control}
              maxLength={MOST_ON_A_LINE}
              value={notes.players[player] ?? ''}
              onChange={(event) => write(player, event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <Field label="For the evening" hint="Notes stay in this browser; nobody else sees them.">
        {(control) => (
          <Textarea
            {...control}
            ref={sheetRef}
            rows={8}
            maxLength={MOST_LETTERS}
            value={notes.all}
            onChange={(event) => write(null, event.target.value)}
          />
        )}
      </Field>
      {written.length > 0 ? (
        <ul aria-label="Notes on players" className="text-sm">
          {written.map(([id, text]) => (
            <li key={id} className="border-b py-1.5 last:border-b-0">
              <span className="font-semibold">{directory.player(id).name}</span>
              <span className="block break-words text-muted">{text}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
