'use client'

import { Button, FieldError, Monogram } from '@gavel/ui'
import { ImageUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { IMAGE_TYPES } from '../../files/image-choice.tsx'
import type { PlayerRow } from '../player-row.ts'
import { PhotoRefused } from '../send-photo.ts'

/** Players printed at first. */
const AT_FIRST = 24

type WithoutPhotoProps = { players: readonly PlayerRow[]; onGive: (playerId: string, photo: File) => Promise<void> }

/** Players without a photo, each with a way to give one. */
export function WithoutPhoto({ players, onGive }: WithoutPhotoProps) {
  const [all, setAll] = useState(false)
  if (players.length === 0) return null
  const shown = all ? players : players.slice(0, AT_FIRST)
  return (
    <div className="grid gap-4">
      <ul
        aria-label="Players without a photo"
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-8"
      >
        {shown.map((player) => (
          <WithoutLine key={player.playerId} player={player} onGive={onGive} />
        ))}
      </ul>
      {shown.length < players.length ? (
        <div>
          <Button onClick={() => setAll(true)}>Show all {players.length}</Button>
        </div>
      ) : null}
    </div>
  )
}

function WithoutLine({ player, onGive }: { player: PlayerRow; onGive: WithoutPhotoProps['onGive'] }) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function give(photo: File | undefined) {
    if (!photo) return
    setBusy(true)
    setError(null)
    try {
      await onGive(player.playerId, photo)
    } catch (thrown) {
      if (!(thrown instanceof PhotoRefused)) throw thrown
      setError(thrown.message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <li className="grid gap-1 border-b py-2 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]">
      <div className="flex items-center gap-3 text-sm">
        <Monogram size="sm" name={player.name} />
        <span className="min-w-0 flex-1 font-semibold break-words">{player.name}</span>
        <input
          ref={input}
          type="file"
          accept={IMAGE_TYPES}
          aria-label={`Photo of ${player.name}`}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            give(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button
          size="sm"
          busy={busy}
          aria-label={`Choose a photo of ${player.name}`}
          icon={<ImageUp aria-hidden className="size-4" />}
          onClick={() => input.current?.click()}
        >
          Choose
        </Button>
      </div>
      <FieldError error={error} />
    </li>
  )
}
