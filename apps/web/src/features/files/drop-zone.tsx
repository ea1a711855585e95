'use client'

import { Button, cn } from '@gavel/ui'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'

type DropZoneProps = {
  Icon: LucideIcon
  title: string
  /** The title while a file hangs above it. */
  overTitle: string
  words: string
  /** What the button says. */
  face: string
  accept: string
  multiple?: boolean
  /** Why nothing is taken now. */
  closed?: string | null
  busy?: boolean
  onFiles: (files: File[]) => void
}

/** A place to drop files on, or to choose them from. */
export function DropZone(props: DropZoneProps) {
  const { Icon, title, overTitle, words, face, accept, multiple = false, closed = null, busy = false, onFiles } = props
  const inputId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (field: HTMLInputElement) => {
    const files = [...(field.files ?? [])]
    field.value = ''
    if (files.length > 0 && closed === null) onFiles(files)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before the page had woken up
  useEffect(() => {
    if (input.current) take(input.current)
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button inside does the same by keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(closed === null)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (closed === null) onFiles([...event.dataTransfer.files])
      }}
      className={cn(
        'grid justify-items-center gap-3 rounded-card border-2 border-dashed border-edge px-5 py-10 text-center sm:py-14',
        over && 'border-accent bg-raised',
      )}
    >
      <Icon aria-hidden className={cn('size-8 text-muted', over && 'text-accent')} />
      <label htmlFor={inputId} className="text-lg font-semibold">
        {over ? overTitle : title}
      </label>
      <p className="max-w-prose text-sm text-muted">{closed ?? words}</p>
      <input
        ref={input}
        id={inputId}
        type="file"
        multiple={multiple}
        accept={accept}
        className="sr-only"
        tabIndex={-1}
        disabled={closed !== null}
        onChange={(event) => take(event.target)}
      />
      <Button look="primary" disabledReason={closed} busy={busy} onClick={() => input.current?.click()}>
        {face}
      </Button>
    </div>
  )
}
