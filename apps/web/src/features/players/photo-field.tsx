'use client'

import { Button, cn, FieldError, Monogram } from '@gavel/ui'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { ImageChoice, usePreview } from '../files/image-choice.tsx'

type PhotoFieldProps = {
  name: string
  current: string | null
  /** A new photo; `none`: it goes; null: it stays as it is. */
  chosen: File | 'none' | null
  onChoose: (chosen: File | 'none' | null) => void
  error: string | null
}

/** A player's photo: how it will look, before it is sent. */
export function PhotoField({ name, current, chosen, onChoose, error }: PhotoFieldProps) {
  const errorId = useId()
  const [over, setOver] = useState(false)
  const preview = usePreview(chosen instanceof File ? chosen : null)
  const shown = chosen === 'none' ? null : (preview ?? current)
  return (
    <div className="grid gap-1.5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button inside does the same by keyboard */}
      <div
        className={cn(
          'flex items-center gap-4 rounded-card outline-2 outline-offset-4 outline-transparent',
          over && 'outline-accent',
        )}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [file] = event.dataTransfer.files
          if (file) onChoose(file)
        }}
      >
        <Monogram size="lg" name={name || '?'} src={shown} />
        <ImageChoice
          label="Photo"
          face={shown ? 'Another photo' : 'Choose a photo'}
          errorId={error ? errorId : undefined}
          onChoose={onChoose}
        >
          {shown ? (
            <Button
              size="sm"
              look="quiet"
              icon={<X aria-hidden className="size-4" />}
              onClick={() => onChoose(chosen instanceof File ? null : 'none')}
            >
              {chosen instanceof File ? 'Not this one' : 'Remove the photo'}
            </Button>
          ) : null}
        </ImageChoice>
      </div>
      <FieldError id={errorId} error={error} />
    </div>
  )
}
