'use client'

import { Button, Dialog, FieldError } from '@gavel/ui'
import { useId, useRef, useState } from 'react'
import { usePreview } from '../files/image-choice.tsx'
import { firstSquare, laidBehind, moved, resized, type Size, type Square } from './square.ts'

type SquarePickerProps = {
  file: File
  busy: boolean
  error: string | null
  onCancel: () => void
  /** Null where this browser cannot show the picture: the server takes the middle, or says what is wrong with it. */
  onUse: (square: Square | null) => void
}

/** Moves of one press of an arrow key, in sides of the square, and of one press of plus or minus. */
const STEP = 0.05

/** Shows what of a picture will be seen: drag it, zoom it, or use the arrow keys, plus and minus. */
export function SquarePicker({ file, busy, error, onCancel, onUse }: SquarePickerProps) {
  const address = usePreview(file)
  const [size, setSize] = useState<Size | null>(null)
  const [square, setSquare] = useState<Square | null>(null)
  const [unseen, setUnseen] = useState(false)
  const zoomId = useId()
  const drag = useRef<{ x: number; y: number } | null>(null)
  const known = size && square ? { size, square } : null
  const move = (right: number, down: number) => {
    if (known) setSquare(moved(known.size, known.square, { right, down }))
  }
  const zoom = (side: number) => {
    if (known) setSquare(resized(known.size, known.square, side))
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
      title="Your picture"
      words={unseen ? undefined : 'Drag it to choose what is seen.'}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button look="primary" busy={busy} onClick={() => onUse(square)}>
            Use this picture
          </Button>
        </>
      }
    >
      <div className="grid justify-items-center gap-4">
        {unseen ? (
          <p className="text-muted">This browser cannot show the picture. Use it anyway to have the server try.</p>
        ) : (
          <div
            role="application"
            aria-label="What is seen of the picture"
            aria-roledescription="picture that arrow keys move"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys
            tabIndex={0}
            data-first
            className="relative aspect-square w-64 max-w-full cursor-grab touch-none overflow-hidden rounded-card bg-sunken ring-1 ring-line select-none active:cursor-grabbing"
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              drag.current = { x: event.clientX, y: event.clientY }
            }}
            onPointerMove={(event) => {
              const from = drag.current
              if (!from) return
              const side = event.currentTarget.clientWidth
              move((from.x - event.clientX) / side, (from.y - event.clientY) / side)
              drag.current = { x: event.clientX, y: event.clientY }
            }}
            onPointerUp={() => {
              drag.current = null
            }}
            onPointerCancel={() => {
              drag.current = null
            }}
            onKeyDown={(event) => {
              const act = KEYS[event.key]
              if (!act || !known) return
              event.preventDefault()
              if ('zoom' in act) zoom(known.square.side + act.zoom)
              else move(act.right, act.down)
            }}
          >
            {address ? (
              // biome-ignore lint/performance/noImgElement: a file of this computer
              <img
                src={address}
                alt=""
                draggable={false}
                onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
                  setSize({ width, height })
                  setSquare(firstSquare({ width, height }))
                }}
                onError={() => setUnseen(true)}
                className="absolute max-w-none"
                style={known ? percent(laidBehind(known.size, known.square)) : { visibility: 'hidden' }}
              />
            ) : null}
          </div>
        )}
        {known ? (
          <div className="grid w-64 max-w-full gap-1">
            <label htmlFor={zoomId} className="text-sm font-semibold">
              Zoom
            </label>
            <input
              id={zoomId}
              type="range"
              min={0}
              max={100}
              value={Math.round(((1 - known.square.side) / 0.8) * 100)}
              onChange={(event) => zoom(1 - (Number(event.target.value) / 100) * 0.8)}
              className="h-11 w-full accent-[var(--color-accent)]"
            />
          </div>
        ) : null}
        <FieldError error={error} />
      </div>
    </Dialog>
  )
}

const KEYS: Readonly<Record<string, { right: number; down: number } | { zoom: number }>> = {
  ArrowLeft: { right: -STEP, down: 0 },
  ArrowRight: { right: STEP, down: 0 },
  ArrowUp: { right: 0, down: -STEP },
  ArrowDown: { right: 0, down: STEP },
  '+': { zoom: -STEP },
  '-': { zoom: STEP },
}

const percent = (values: Record<'width' | 'height' | 'left' | 'top', number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `${value}%`]))
