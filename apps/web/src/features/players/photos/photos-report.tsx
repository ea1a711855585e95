'use client'

import { Badge, Button, Field, Monogram, Section, Select } from '@gavel/ui'
import { useEffect, useState } from 'react'
import type { PlayerRow } from '../player-row.ts'
import { PhotoRefused } from '../send-photo.ts'
import type { OpenPicture } from './photo-files.ts'
import type { Photos, PhotosOutcome } from './use-photos.ts'

type PhotosReportProps = { photos: Photos; outcome: PhotosOutcome; players: readonly PlayerRow[] }

/** What became of the pictures: whose they are now, which nobody was found for, which are no pictures. */
export function PhotosReport({ photos, outcome, players }: PhotosReportProps) {
  const { taken, left, refused } = outcome
  const guessed = taken.filter(({ exact }) => !exact)
  const sure = taken.filter(({ exact }) => exact)
  return (
    <div className="grid gap-8">
      <p role="status" className="text-sm font-semibold tabular-nums">
        {taken.length} {taken.length === 1 ? 'photo has' : 'photos have'} found{' '}
        {taken.length === 1 ? 'its player' : 'their players'}
        {left.length > 0 ? `, ${left.length} ${left.length === 1 ? 'waits' : 'wait'} for you to say whose` : ''}
        {refused.length > 0 ? `, ${refused.length} refused` : ''}
      </p>
      {left.length > 0 ? (
        <Section title={`Whose ${left.length === 1 ? 'photo is this' : 'photos are these'}?`}>
          <ul aria-label="Photos without a player" className="grid">
            {left.map((picture) => (
              <LeftPicture
                key={picture.file}
                picture={picture}
                players={players}
                onGive={(playerId) => photos.give(picture, playerId)}
                onLeaveOut={() => photos.leaveOut(picture)}
              />
            ))}
          </ul>
        </Section>
      ) : null}
      {refused.length > 0 ? (
        <Section title={`Refused: ${refused.length}`}>
          <ul aria-label="Refused pictures" className="grid text-sm">
            {refused.map(({ file, reason }) => (
              <li key={file} className="flex flex-wrap gap-x-3 border-b py-2 last:border-b-0">
                <span className="font-semibold break-all">{file}</span>
                <span className="text-bad">{reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {guessed.length > 0 ? (
        <Section title="Worth a look" aside="The name is spelt otherwise">
          <TakenList taken={guessed} withFile />
        </Section>
      ) : null}
      {sure.length > 0 ? (
        <Section title="Taken">
          <TakenList taken={sure} />
        </Section>
      ) : null}
    </div>
  )
}

function TakenList({ taken, withFile = false }: { taken: PhotosOutcome['taken']; withFile?: boolean }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-x-6">
      {taken.map(({ file, playerId, name, photoUrl }) => (
        <li key={`${playerId} ${file}`} className="flex items-center gap-3 border-b py-2 text-sm">
          <Monogram name={name} src={photoUrl} />
          <span className="grid min-w-0">
            <span className="font-semibold break-words">{name}</span>
            {withFile ? <span className="break-all text-muted">{file}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

type LeftPictureProps = {
  picture: OpenPicture
  players: readonly PlayerRow[]
  onGive: (playerId: string) => Promise<void>
  onLeaveOut: () => void
}

function LeftPicture({ picture, players, onGive, onLeaveOut }: LeftPictureProps) {
  const [whose, setWhose] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const address = useAddress(picture)
  const likely = new Set(picture.couldBe.map(({ playerId }) => playerId))
  const others = players
    .filter(({ playerId }) => !likely.has(playerId))
    .toSorted((a, b) => a.name.localeCompare(b.name))

  async function give() {
    if (!whose) return setError('Choose the player first.')
    setBusy(true)
    setError(null)
    try {
      await onGive(whose)
    } catch (thrown) {
      if (!(thrown instanceof PhotoRefused)) throw thrown
      setError(thrown.message)
      setBusy(false)
    }
  }

  return (
    <li className="flex items-start gap-4 border-b py-3 last:border-b-0">
      <Monogram size="lg" name="?" src={address} />
      <div className="grid min-w-0 flex-1 gap-2">
        <p className="flex flex-wrap items-center gap-2 text-sm break-all text-muted">
          {picture.file}
          {picture.couldBe.length > 0 ? <Badge tone="warn">Could be {picture.couldBe.length}</Badge> : null}
        </p>
        <div className="grid items-end gap-2 sm:grid-cols-[minmax(0,18rem)_auto_auto] sm:justify-start">
          <Field label="Whose photo it is" error={error ?? undefined}>
            {(control) => (
              <Select {...control} value={whose} onChange={(event) => setWhose(event.target.value)}>
                <option value="">Choose a player</option>
                {picture.couldBe.length > 0 ? (
                  <optgroup label="Likely">
                    {picture.couldBe.map(({ playerId, name }) => (
                      <option key={playerId} value={playerId}>
                        {withWho(
                          name,
                          players.find((player) => player.playerId === playerId),
                        )}
                      </option>
                    ))}
                  </optgroup>
                ) : null}
                <optgroup label="Everybody">
                  {others.map((player) => (
                    <option key={player.playerId} value={player.playerId}>
                      {withWho(player.name, player)}
                    </option>
                  ))}
                </optgroup>
              </Select>
            )}
          </Field>
          <Button className="min-h-11" busy={busy} onClick={give}>
            Give it
          </Button>
          <Button className="min-h-11" look="quiet" onClick={onLeaveOut}>
            Leave it out
          </Button>
        </div>
      </div>
    </li>
  )
}

/** Namesakes are told apart by what they do. */
const withWho = (name: string, player: PlayerRow | undefined) =>
  player ? `${name}${player.role ? ` (${player.role})` : ''}${player.photoUrl ? ', has a photo' : ''}` : name

/** An address of a picture of this computer, for as long as it is shown. */
function useAddress(picture: OpenPicture): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let gone = false
    picture.open().then((blob) => {
      if (!blob || gone) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [picture])
  return address
}
