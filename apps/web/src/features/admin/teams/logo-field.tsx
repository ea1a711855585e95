'use client'

import { Button, Monogram } from '@gavel/ui'
import { ImageChoice, usePreview } from '../../files/image-choice.tsx'

type LogoFieldProps = {
  name: string
  short: string
  colour: string
  current: string | null
  chosen: File | null
  onChoose: (file: File | null) => void
}

/** A team's logo, as it will look, before it is sent. */
export function LogoField({ name, short, colour, current, chosen, onChoose }: LogoFieldProps) {
  const shown = usePreview(chosen) ?? current
  return (
    <div className="flex items-center gap-4">
      {shown ? (
        // biome-ignore lint/performance/noImgElement: a file of this computer, or one that the server has made small
        <img src={shown} alt="" className="size-16 shrink-0 rounded-card bg-sunken object-contain" />
      ) : (
        <Monogram size="md" name={short.split('').join(' ') || name || '?'} colour={colour} />
      )}
      <ImageChoice label="Logo" face={shown ? 'Another logo' : 'Choose a logo'} onChoose={onChoose}>
        {chosen ? (
          <Button size="sm" look="quiet" onClick={() => onChoose(null)}>
            Not this one
          </Button>
        ) : null}
      </ImageChoice>
    </div>
  )
}
